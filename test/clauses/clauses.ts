// The clauses of sections 4 to 10, in our own words; where the software has nothing to do, why.

/** What a clause asks of software, or why it asks nothing. */
export type Clause = { readonly asks: string } | { readonly asksNothing: string };

export const CLAUSES: Readonly<Record<string, Clause>> = {
  '4.1': { asks: 'Taught students are assessed.' },
  '4.2': { asks: 'Research students are not: they have a code of their own.' },
  '5.1a': { asks: 'What a student may read says what was seen, what was expected and who can help.' },
  '5.1b': { asks: 'Every outcome can be traced to the records that it was decided on.' },
  '5.1c': { asksNothing: 'A principle for those who use the reports.' },
  '5.1d': { asksNothing: 'Training of staff and students.' },
  '5.1e': { asks: 'Grounds are referred for review, with blank columns for what people decide.' },
  '5.1f': {
    asksNothing:
      'The equality impact is an aggregate report over a file of its own, which this version does not have yet.',
  },
  '6.1a': { asksNothing: "The student's own commitment." },
  '6.1b': { asks: 'Circumstances are an input, and change what is expected.' },
  '6.1c': { asks: 'Contacts and responses are an input, and are shown.' },
  '6.2a': { asksNothing: 'How a school organises itself.' },
  '6.2b': { asks: 'A plan without a lead is refused.' },
  '6.2c': { asks: 'A plan has indicators, each with a minimum, and may have other rules for other programmes.' },
  '6.2d': { asks: 'The plan is complete, or refused.' },
  '6.2e': {
    asksNothing:
      'The minimum expectations as text for students come with "describe", which this version does not have yet.',
  },
  '6.2f': { asks: 'A student of a joint programme is decided once, by one school; the other is told.' },
  '6.2g': { asks: "Transnational students need the plan's section for them." },
  '6.3': {
    asks: 'A school alerts the home schools of students who fall short in its modules, and classifies none of them.',
  },
  '6.4': {
    asksNothing: 'Summaries a faculty come with runs for a whole university, which this version does not have yet.',
  },
  '6.5': { asks: 'Associate students are assessed, and go to Global Partnerships in a file of their own.' },
  '6.6': { asks: 'The panel gets every student with a ground, in one layout.' },
  '6.7': { asksNothing: 'Oversight, advice and communication of the policy.' },
  '7.1a': { asks: 'Attendance at timetabled teaching is measured.' },
  '7.1b': { asks: 'Submissions are measured.' },
  '7.1c': { asks: 'Use of the VLE is measured.' },
  '7.1d': { asks: 'Meetings with staff are measured.' },
  '7.1e': { asks: 'Lecture capture is measured.' },
  '7.1f': { asks: 'Co-curricular activity is measured.' },
  '7.2': { asks: 'Below the minimum: low engagement.' },
  '7.3': { asks: 'No evidence of any kind: non-engagement.' },
  '7.4': { asks: 'Rules for sponsored students run during their visa.' },
  '7.5': { asks: 'Sponsored are those with a Student Route visa.' },
  '8.1': { asks: 'Every school has a plan of its own.' },
  '8.2': { asks: 'Indicators, checkpoints and minima are those of the plan; another date has to be asked for.' },
  '8.3': { asks: 'An indicator may name the support that it suggests.' },
  '8.4': {
    asks: 'Only evidence that somebody confirmed accurate is measured, and what is not known is never an absence.',
  },
  '8.5a': { asks: 'Teaching is in person; online attendance counts where it is permitted.' },
  '8.5b': { asks: 'Exceptions for a student or a day of disruption make online attendance count.' },
  '9.1': {
    asks: 'Below degree level: 15 hours a week, the process below 85 % in a month, a ground below 70 % in three.',
  },
  '9.2': { asks: 'At degree level and above: a ground at 60 days without evidence.' },
  '9.3': { asks: 'Student sabbatical officers have no automatic outcome.' },
  '9.4': { asks: "Placement and study abroad have the plan's section for them." },
  '9.5': { asks: 'Vacations and days after the course are not monitored.' },
  '10.1': { asks: 'Letters are supportive: reasons and ways to re-engage.' },
  '10.2': { asks: 'No rank, no score: an outcome shows its figures.' },
  '10.3': { asksNothing: 'How interventions are designed and reviewed.' },
  '10.4': { asks: 'Lists say by when to reply.' },
  '10.5': { asks: 'Who is below the minimum enters the non-engagement process.' },
  '10.6': { asks: '60 days without evidence, or a pattern, may be referred to the panel.' },
};
