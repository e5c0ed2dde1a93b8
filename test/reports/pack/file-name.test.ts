// The files of packs: one for each id, with a name that every system takes.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ID_PATTERN } from '../../../src/exports/cell.js';
import { segmentsOf } from '../../../src/publish/write-set.js';
import { packFile } from '../../../src/reports/pack/file-name.js';
import { property } from '../../support/property.js';

it.each([
  ['260105', 'panel/260105.html'],
  ['EC/26-01.5', 'panel/EC~2F26-01.5.html'],
  ['a/../b', 'panel/a~2F..~2Fb.html'],
  ['end.', 'panel/end..html'],
  ['CON', 'panel/CO~4E.html'],
  ['con', 'panel/co~6E.html'],
  ['nul.2', 'panel/nu~6C.2.html'],
  ['COM1', 'panel/COM~31.html'],
  ['LPT9.x', 'panel/LPT~39.x.html'],
  ['CON/1', 'panel/CON~2F1.html'],
  ['CONSTANCE', 'panel/CONSTANCE.html'],
  ['COM10', 'panel/COM10.html'],
])('the pack of %s is %s', (studentId, file) => {
  expect(packFile(studentId)).toBe(file);
});

const id = fc
  .oneof(
    fc.stringMatching(new RegExp(ID_PATTERN)),
    fc.constantFrom('CON', 'Nul', 'aux.1', 'a/b', 'a-2Fb', 'prn/', 'com1', 'COM1.'),
  )
  .filter((text) => text.length <= 64);

property('is one file of the folder that Windows takes too, and of one id alone', fc.tuple(id, id), ([one, other]) => {
  const [folder, name = '', ...more] = segmentsOf(packFile(one));
  expect([folder, more]).toEqual(['panel', []]);
  expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._~-]*\.html$/);
  expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i);
  expect(name.length).toBeLessThanOrEqual(255);
  // File systems that do not tell capitals apart: ids that only these keep apart are refused as alike.
  if (one.toLowerCase() !== other.toLowerCase()) {
    expect(packFile(one).toLowerCase()).not.toBe(packFile(other).toLowerCase());
  }
});
