// Acts summed by their key.
import type { Day } from '../../calendar/day.js';
import type { Act } from '../../engagement/ledger.js';

export class ActSums {
  private readonly sums = new Map<string, Act>();

  add(act: Act): void {
    const { studentId, day, type, module, standing, isOnline } = act;
    const key = [studentId, day, type, module, standing, isOnline].join('\u0000');
    const sum = this.sums.get(key);
    if (sum === undefined) this.sums.set(key, act);
    else {
      this.sums.set(key, {
        ...sum,
        acts: sum.acts + act.acts,
        minutes: sum.minutes + act.minutes,
        daytimeMinutes: sum.daytimeMinutes + act.daytimeMinutes,
        unmeasuredActs: sum.unmeasuredActs + act.unmeasuredActs,
      });
    }
  }

  forgetDays(days: ReadonlySet<Day>): void {
    for (const [key, { day }] of this.sums) {
      if (days.has(day)) this.sums.delete(key);
    }
  }

  /** Those of one feed; something that happened no times is no act. */
  acts(): readonly Act[] {
    return [...this.sums.values()].filter(({ acts }) => acts > 0);
  }
}
