import { counted, entry, someOf } from './fault.js';

interface InFolder {
  /** As the command line names it. */
  readonly folder: string;
}

export const runCatalogue = {
  // Reports
  'cell-guarded': entry<object>(
    'info',
    () => "The text begins like a spreadsheet formula, so it was written with an apostrophe (') in front.",
    () => 'Correct it in the records if it is not meant.',
  ),
  'cell-flattened': entry<object>(
    'info',
    () => 'The text holds line breaks, tabs or invisible characters, which were left out or became spaces.',
    () => 'Correct it in the records.',
  ),
  'letters-without-address': entry<{ readonly ids: readonly string[] }>(
    'warning',
    ({ ids }) =>
      `${counted(ids.length, 'student')} on a letter list ${someOf(ids)} ${ids.length === 1 ? 'has' : 'have'} no e-mail address: a mail merge cannot reach them.`,
    () => 'Fill in the column email of students.csv and run again, or write to them by another way.',
  ),

  // Publishing
  'reports-no-permission': entry<InFolder>(
    'error',
    ({ folder }) => `The reports cannot be written to ${folder}: permission is denied.`,
    () => 'Ask for the right to write there, or name another folder with --out. Nothing was changed.',
  ),
  'reports-read-only': entry<InFolder>(
    'error',
    ({ folder }) => `The reports cannot be written to ${folder}: it is read-only.`,
    () => 'Name a folder that can be written to with --out. Nothing was changed.',
  ),
  'reports-disk-full': entry<InFolder>(
    'error',
    ({ folder }) => `The reports cannot be written to ${folder}: the disk is full.`,
    () => 'Make room, or name a folder on another disk with --out, and run again. Nothing was changed.',
  ),
  'reports-in-the-way': entry<InFolder>(
    'error',
    ({ folder }) =>
      `The reports cannot be written to ${folder}: something that is not a folder of reports is in the way.`,
    () => 'Move or rename it, or name another folder with --out. Nothing was changed.',
  ),
  'reports-not-written': entry<InFolder & { readonly cause: string }>(
    'error',
    ({ folder, cause }) => `The reports cannot be written to ${folder} (${cause}).`,
    () => 'Check the folder, or name another one with --out, and run again. Nothing was changed.',
  ),
  'reports-stranded': entry<InFolder & { readonly earlier: string }>(
    'error',
    ({ folder }) => `The new reports could not be put into ${folder}, nor the earlier ones put back.`,
    ({ folder, earlier }) =>
      `The earlier reports are complete in ${earlier}. Once ${folder} can be written to, run again: that puts the new ones in place.`,
  ),
  'reports-locked': entry<InFolder & { readonly plan: string; readonly lock: string }>(
    'error',
    ({ plan }) => `Another run is writing the reports of ${plan}.`,
    ({ folder, lock }) =>
      `Try again when it has ended. If no run is going on, on this or another computer, delete the file ${lock} in ${folder}.`,
  ),
  'reports-open': entry<InFolder & { readonly file: string }>(
    'error',
    ({ folder, file }) => `The reports in ${folder} have changed, but ${file} is open in Excel or another program.`,
    () => 'Close it and run again. Nothing was changed.',
  ),
  'reports-in-use': entry<InFolder>(
    'error',
    ({ folder }) => `The reports in ${folder} have changed, but another program is using that folder.`,
    () => 'Close the lists that are open in Excel or Word, and run again. Nothing was changed.',
  ),
};
