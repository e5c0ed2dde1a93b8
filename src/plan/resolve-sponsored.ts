// What a plan decides of the rules for sponsored students (9), and what else holds.
import type { SponsorClause } from '../engagement/sponsorship.js';
import type { SponsorRules } from './plan.js';
import type { WrittenSponsored } from './schema-sponsored.js';

const DEFAULT_REPORT_WORKING_DAYS = 10;

const CLAUSE_OF: Readonly<Record<NonNullable<WrittenSponsored['rqf_4_5']>, SponsorClause>> = {
  degree: '9.2',
  'below-degree': '9.1',
};

export function resolveSponsored(sponsored: WrittenSponsored = {}): SponsorRules {
  return {
    clauseOfOthers: sponsored.rqf_4_5 === undefined ? null : CLAUSE_OF[sponsored.rqf_4_5],
    foundationYears: sponsored.foundation_years ?? [],
    classroom: sponsored.classroom ?? null,
    authorisedAbsence: sponsored.authorised_absence ?? 'leaves',
    remoteApproved: sponsored.remote_approved ?? [],
    reportWithinWorkingDays: sponsored.report_within_working_days ?? DEFAULT_REPORT_WORKING_DAYS,
  };
}
