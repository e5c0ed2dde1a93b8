// The panel's page on one student (6.6), of one layout for everybody: what was seen, and room for what people decide.
import { longDayText } from '../day-text.js';
import type { Report } from '../report.js';
import type { Row } from '../row.js';
import { checkpointsSection } from './checkpoints.js';
import { clocksSection } from './clocks.js';
import { packFile } from './file-name.js';
import { groundsSection } from './grounds.js';
import { earlierIndicatorsSection, indicatorsSection } from './indicators.js';
import { Markup, markup } from './markup.js';
import { facts, section } from './parts.js';
import { circumstancesSection, contactsSection } from './records.js';
import { sponsorshipSection } from './sponsorship.js';
import { studentSection } from './student.js';
import { STYLE } from './style.js';

export function packOf(row: Row): Report {
  return { file: packFile(row.student.studentId), content: pageOf(row).text };
}

/** The page loads nothing and runs nothing, and the browser is told to hold it to that. */
function pageOf(row: Row): Markup {
  const { plan, student, outcome } = row;
  const checkpoint = `${outcome.isAdHoc ? 'ad-hoc date' : outcome.checkpointId}, ${longDayText(outcome.checkpointOn)}`;
  return markup`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Panel pack: ${student.studentId}, ${checkpoint}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
<h1><bdi>${`${student.firstName} ${student.lastName}`.trim()}</bdi> (${student.studentId})</h1>
<p>Engagement Support Panel pack. <bdi>${plan.title}</bdi>, ${checkpoint}. Confidential.</p>
${[
  groundsSection(row),
  studentSection(row),
  clocksSection(row),
  indicatorsSection(row),
  checkpointsSection(row),
  earlierIndicatorsSection(row),
  contactsSection(row),
  circumstancesSection(row),
  sponsorshipSection(row),
  decisionSection(),
]}</main>
</body>
</html>
`;
}

/** For the panel to fill in, as in panel-referral.csv (5.1e). */
function decisionSection(): Markup {
  const blank = ['Reviewer', 'Decision', 'Decided on', 'Reason'].map((name) => [name, ''] as const);
  return section('decision', 'Decision of the panel', facts(blank, 'to-fill-in'));
}
