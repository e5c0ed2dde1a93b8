// A file's survey row by row, with csv-parse.
import type { GuardedFile } from '../guarded-file.js';
import { eachFileRow } from '../records-of.js';
import { Surveyor, type Survey } from './survey.js';

export async function surveyRows(file: GuardedFile): Promise<Survey> {
  const surveyor = new Surveyor(file.reading, file.file);
  await eachFileRow(file, (row) => {
    surveyor.add(row);
  });
  return surveyor.survey();
}
