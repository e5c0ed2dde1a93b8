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
  const sponsored = written.sponsored ?? {};
  warnOfUnregistered(written, check);
  return {
    clauseOfOthers: sponsored.rqf_4_5 === undefined ? null : CLAUSE_OF[sponsored.rqf_4_5],
    foundationYears: sponsored.foundation_years ?? [],
    classroom: sponsored.classroom ?? null,
    authorisedAbsence: sponsored.authorised_absence ?? 'leaves',
    remoteApproved: sponsored.remote_approved ?? [],
    reportWithinWorkingDays: sponsored.report_within_working_days ?? DEFAULT_REPORT_WORKING_DAYS,
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
