import { expect, test } from 'vitest';
import { fault } from '../../src/diagnostics/catalogue.js';
import { withFrames } from '../../src/yaml/frame.js';

async function frameOf(text: string, line: number, lineColumn?: number): Promise<string | undefined> {
  const place = { file: 'a.yaml', line, ...(lineColumn === undefined ? {} : { lineColumn }) };
  const [framed] = await withFrames([fault('yaml-alias', {}, place)], [{ file: 'a.yaml', text }]);
  return framed?.place?.frame;
}

test('the line is marked, with the lines around it', async () => {
  expect(await frameOf('a: 1\r\nb: 2\r\nc: 3\r\n', 2, 4)).toBe(
    ['  1 | a: 1', '> 2 | b: 2', '    |    ^', '  3 | c: 3', '  4 |'].join('\n'),
  );
});

test('without a column the line begins at its first', async () => {
  expect(await frameOf('a: 1', 1)).toBe('> 1 | a: 1\n    | ^');
});

test('a long line is shown around the fault', async () => {
  const frame = await frameOf(`${'x'.repeat(1000)}!${'y'.repeat(1000)}`, 1, 1001);
  const [line = '', mark = ''] = (frame ?? '').split('\n');
  expect(line).toBe(`> 1 | ${'x'.repeat(100)}!${'y'.repeat(99)}`);
  expect(line[mark.indexOf('^')]).toBe('!');
});

test('control characters and odd line ends neither reach the terminal nor move the mark', async () => {
  expect(await frameOf('a: \u001b[31m\u2028b\r\nc: 1', 2, 1)).toBe(
    '  1 | a: \u{FFFD}[31m\u{FFFD}b\n> 2 | c: 1\n    | ^',
  );
});

test('a fault without a line, or of another file, has no frame', async () => {
  const faults = [
    fault('yaml-empty', {}, { file: 'a.yaml' }),
    fault('yaml-empty', {}),
    fault('yaml-alias', {}, { file: 'b.yaml', line: 1 }),
  ];
  expect(await withFrames(faults, [{ file: 'a.yaml', text: 'a: 1' }])).toEqual(faults);
  expect(await withFrames([], [])).toEqual([]);
});
