// What a plan decides of the rules for sponsored students (9), and what else holds.
import { fault } from '../diagnostics/catalogue.js';
import { nearest } from '../engagement/nearest.js';
import type { Check } from './check.js';
import type { SponsorClause } from '../engagement/sponsorship.js';
import type { SponsorRules } from './plan.js';
import type { WrittenPlan } from './schema.js';
import type { WrittenSponsored } from './schema-sponsored.js';

const DEFAULT_REPORT_WORKING_DAYS = 10;

const CLAUSE_OF: Readonly<Record<NonNullable<WrittenSponsored['rqf_4_5']>, SponsorClause>> = {
  degree: '9.2',
  'below-degree': '9.1',
};

export function resolveSponsored(written: WrittenPlan, check: Check): SponsorRules {
  const {
    rqf_4_5: others,
    foundation_years,
    classroom,
    authorised_absence,
    report_within_working_days,
  } = written.sponsored ?? {};
  warnOfUnregistered(written, check);
  return {
    clauseOfOthers: others === undefined ? null : CLAUSE_OF[others],
    foundationYears: foundation_years ?? [],
    classroom: classroom ?? null,
    authorisedAbsence: authorised_absence ?? 'leaves',
    reportWithinWorkingDays: report_within_working_days ?? DEFAULT_REPORT_WORKING_DAYS,
  };
}

/** Where no register is said to be kept, a missing one is not missed: the month would look complete. */
function warnOfUnregistered({ sponsored, registers }: WrittenPlan, { document, report }: Check): void {
  if (registers === undefined) return;
  for (const [index, type] of (sponsored?.classroom ?? []).entries()) {
    if (registers.includes(type)) continue;
    const args = { type, nearest: nearest(type, registers) };
    report(fault('plan-classroom-without-register', args, document.placeOf(['sponsored', 'classroom', index])));
  }
}
