// When two words of an export are the same, however somebody typed them.

/** Of columns and headings: capitals, spaces, underscores and dashes make no difference. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]+/g, '');
}

/** Of what cells hold: capitals of the alphabet made small; no other letter, so that every reader does the same. */
export function plainCase(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
