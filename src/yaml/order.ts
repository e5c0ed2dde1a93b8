// The order in which faults of one file are told: as a reader meets them.
import type { Fault } from '../diagnostics/catalogue.js';

export function byPlace(one: Fault, other: Fault): number {
  const [line, column] = positionOf(one);
  const [otherLine, otherColumn] = positionOf(other);
  return line - otherLine || column - otherColumn;
}

function positionOf({ place }: Fault): readonly [number, number] {
  return [place?.line ?? 0, place?.lineColumn ?? 0];
}
