// What a sheet holds that the library of workbooks gives as blank: errors, and formulas that nobody has calculated.
import { readElements } from './workbook-sheets.js';

export interface SheetScan {
  /** Whether any cell holds anything. */
  readonly hasCells: boolean;
  /** In the order of the sheet. */
  readonly unreadable: readonly UnreadableCell[];
}

export interface UnreadableCell {
  /** As spreadsheets name it: C3. */
  readonly cell: string;
  /** `#DIV/0!`, or null: a formula without a result. */
  readonly error: string | null;
}

export function scanSheet(part: Uint8Array | undefined): SheetScan {
  const unreadable: UnreadableCell[] = [];
  let hasCells = false;
  let [cell, type, isFormula] = ['', 'n', false];
  let value: string | null = null;
  readElements(
    part,
    (name, attributes) => {
      if (name === 'c') {
        [cell, type, isFormula] = [attributes['r'] ?? '', attributes['t'] ?? 'n', false];
        value = null;
      } else if (name === 'f') isFormula = true;
    },
    (name, text) => {
      if (name === 'v' || name === 't') value = text;
      if (name !== 'c') return;
      hasCells ||= isFormula || (value ?? '') !== '';
      if (type === 'e') unreadable.push({ cell, error: value ?? '' });
      else if (isFormula && isMissing(value, type)) unreadable.push({ cell, error: null });
    },
  );
  return { hasCells, unreadable };
}

/** A formula may give a blank text, but no blank number. */
function isMissing(value: string | null, type: string): boolean {
  return value === null || (value === '' && type !== 'str');
}
