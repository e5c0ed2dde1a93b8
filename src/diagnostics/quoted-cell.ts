// Which cells a message may quote. Where a row has shifted, any column may hold a name, an address or the reason of an
// absence; the place says where to look, so only what cannot be one of these is repeated.

const DATE_OR_NUMBER = /^[\d\s./:,+TZ-]+$/;
/** A code or an id; addresses and texts of several words may hold digits too. */
const WITH_DIGIT = /^(?=.*\d)[^@\s]+$/;
/** `Y`, `P`. */
const ONE_LETTER = /^[A-Za-z]$/;

/** The cell as a sentence begins with it, in quotes; else what stands for it. */
export function quotedCell(cell: string | null, allowed: string): string {
  return cell !== null && isHarmless(cell, allowed) ? `"${cell}"` : 'The cell';
}

function isHarmless(cell: string, allowed: string): boolean {
  return [DATE_OR_NUMBER, WITH_DIGIT, ONE_LETTER].some((it) => it.test(cell)) || isVariant(cell, allowed);
}

/** An allowed word in other letters: `Full Time` for `full-time`. */
function isVariant(cell: string, allowed: string): boolean {
  const letters = lettersOf(cell);
  return letters !== '' && allowed.split(/, | or /).some((word) => lettersOf(word) === letters);
}

function lettersOf(word: string): string {
  return word.toLowerCase().replace(/[^a-z]/g, '');
}
