// What was expected and not done, as letters name it: alike on one day, named once.
import type { Missed } from '../../engagement/outcome.js';
import { byCodeUnit } from '../../engagement/order.js';

/** In order of day, then name and module; equal ones added up. */
export function missedInOrder(missed: readonly Missed[]): readonly Missed[] {
  const merged = new Map<string, Missed>();
  for (const it of missed) {
    const key = [it.on, it.kind, it.name, it.module].join('\u0000');
    merged.set(key, { ...it, count: (merged.get(key)?.count ?? 0) + it.count });
  }
  return [...merged.values()].sort(
    (one, other) => one.on - other.on || byCodeUnit(one.name, other.name) || byCodeUnit(one.module, other.module),
  );
}
