// The order of acts and of their kinds: by key, texts by code unit.
import type { Act, ActKind, Standing } from '../../engagement/ledger.js';
import { byCodeUnit } from '../../engagement/order.js';

export function byKind(one: ActKind, other: ActKind): number {
  return (
    byCodeUnit(one.feed, other.feed) ||
    byCodeUnit(one.type, other.type) ||
    byCodeUnit(one.module, other.module) ||
    byCodeUnit(one.standing, other.standing) ||
    Number(one.isOnline) - Number(other.isOnline)
  );
}

export function byKey(one: Act, other: Act): number {
  return byCodeUnit(one.studentId, other.studentId) || one.day - other.day || byKind(one, other);
}

/** What became of an opportunity, as columns number it. */
export const ACT_STANDINGS = ['done', 'done-remotely', 'missed', 'authorised'] as const satisfies readonly Standing[];
