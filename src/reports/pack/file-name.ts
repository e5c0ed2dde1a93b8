// The file of a student's pack. Ids are validated, yet not each of them is the name of a file on every system.

/** Windows keeps these names for devices, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** `/` and the last letter of a device's name become `~` and their code, which no id holds: no two ids share a file. */
export function packFile(studentId: string): string {
  const name = studentId.replaceAll('/', encoded).replace(DEVICE, (device) => {
    return `${device.slice(0, -1)}${encoded(device.slice(-1))}`;
  });
  return `panel/${name}.html`;
}

function encoded(character: string): string {
  return `~${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
