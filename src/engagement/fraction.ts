// Exact comparison: a measure is a fraction of whole numbers, never a float (reading.md, every comparison is exact).

export interface Fraction {
  readonly numerator: number;
  /** At least 1. */
  readonly denominator: number;
}

export function whole(value: number): Fraction {
  return { numerator: value, denominator: 1 };
}

/** Negative, zero or positive as the first is smaller than, equal to or larger than the other. */
export function compareFractions(one: Fraction, other: Fraction): number {
  const left = BigInt(one.numerator) * BigInt(other.denominator);
  const right = BigInt(other.numerator) * BigInt(one.denominator);
  return left < right ? -1 : left > right ? 1 : 0;
}

const PERCENT_PATTERN = /^(\d{1,3})(?:\.(\d{1,4}))? ?%$/;

/** `62.5%` or `50 %` as an exact fraction; undefined for any other text. */
export function parsePercent(text: string): Fraction | undefined {
  const match = PERCENT_PATTERN.exec(text);
  if (match === null) return undefined;
  const decimals = match[2] ?? '';
  return { numerator: Number(`${match[1] ?? ''}${decimals}`), denominator: 100 * 10 ** decimals.length };
}

/** A rate as a decimal cut, never rounded up, to four places: 2/3 is `0.6666`. */
export function formatRate(rate: Fraction): string {
  const tenThousandths = (BigInt(rate.numerator) * 10_000n) / BigInt(rate.denominator);
  const digits = tenThousandths.toString().padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
