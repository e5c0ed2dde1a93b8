// Whether cells are as they count does not depend on where the chunks of a file end.
import { expect, test } from 'vitest';
import { RecordScan } from '../../src/exports/guard/record-scan.js';

function isUntidy(text: string, chunk: number): boolean {
  const bytes = Buffer.from(text);
  const scan = new RecordScan();
  for (let from = 0; from < bytes.length; from += chunk) {
    const part = bytes.subarray(from, from + chunk);
    expect(scan.push(part, 0, part.length)).toBe(true);
  }
  expect(scan.finish()).toBe(true);
  return scan.isUntidy;
}

test.each([
  ['a,"b, c",""\n"1","2 3",4\n', false],
  ['a,b\n"""x""",2\n', false],
  ['a,b\n" 1",2\n', true],
  ['a,b\n"1 ",2\n', true],
  ['a,b\n1, 2\n', true],
  ['a,b\n1 ,2\n', true],
  ['a,b\n"1\t2",2\n', true],
])('%j: %j, however it is cut', (text, expected) => {
  for (let chunk = 1; chunk <= text.length; chunk += 1)
    expect([chunk, isUntidy(text, chunk)]).toEqual([chunk, expected]);
});
