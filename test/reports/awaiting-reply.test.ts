// Who has not replied by the date given (10.4): every date one day before, on and after the one that decides.
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../src/engagement/contact.js';
import { buildReports } from '../../src/reports/build.js';
import type { AssessedStudent, ReportInput } from '../../src/reports/input.js';
import { circumstance } from '../support/build.js';
import { assessedOf, day, earlierOf, inputOf, outcomeOf, planOf, studentOf } from './builder.js';

type Line = Readonly<Record<string, string>>;

/** Seven days to reply; the checkpoint date is 3 November. */
function linesOf(assessed: readonly AssessedStudent[], some: Partial<ReportInput> = {}): readonly Line[] {
  const report = buildReports(inputOf(assessed, some)).reports.find(({ file }) => file === 'awaiting-reply.csv');
  return parse(report?.content ?? '', { bom: true, columns: true });
}

function contact(contactedOn: string, respondedOn: string | null = null, some: Partial<Contact> = {}): Contact {
  return {
    studentId: '1',
    contactedOn: day(contactedOn),
    checkpoint: 'week_4',
    stage: '1',
    channel: 'letter',
    respondedOn: respondedOn === null ? null : day(respondedOn),
    outcome: '',
    source: { file: 'contacts.csv', record: 1 },
    ...some,
  };
}

function written(...contacts: readonly Contact[]): AssessedStudent {
  return assessedOf(studentOf('1'), [earlierOf(), outcomeOf()], { contacts });
}

function overdue(...contacts: readonly Contact[]): readonly (string | undefined)[] {
  return linesOf([written(...contacts)]).map((line) => line['days_overdue']);
}

describe('awaiting-reply.csv', () => {
  it.each([
    ['2013-10-26', ['1']],
    ['2013-10-27', ['0']],
    ['2013-10-28', []],
  ])('has who was written to on %s, with days overdue %o', (contactedOn, expected) => {
    expect(overdue(contact(contactedOn))).toEqual(expected);
  });

  it.each([
    ['2013-11-02', 0],
    ['2013-11-03', 0],
    ['2013-11-04', 1],
    [null, 1],
  ])('knows at the checkpoint a reply of %s: %i line', (respondedOn, lines) => {
    expect(overdue(contact('2013-10-10', respondedOn))).toHaveLength(lines);
  });

  it.each(['2013-10-16', '2013-10-17', '2013-10-18'])('takes a reply of %s, late or not, for one', (respondedOn) => {
    expect(overdue(contact('2013-10-10', respondedOn))).toEqual([]);
  });

  it.each([
    ['week_4', 1],
    ['ad-hoc', 1],
    ['week_8', 0],
    ['week_12', 0],
    ['', 0],
  ])('looks at contacts about earlier checkpoints: about "%s" %i line', (checkpoint, lines) => {
    expect(overdue(contact('2013-10-10', null, { checkpoint }))).toHaveLength(lines);
  });

  it.each([
    ['2013-09-01', 0],
    ['2013-09-02', 1],
    ['2013-09-03', 1],
  ])('leaves alone what an earlier year’s checkpoint of that name brought: %s, %i line', (contactedOn, lines) => {
    expect(overdue(contact(contactedOn))).toHaveLength(lines);
  });

  it('ignores contacts after the checkpoint date, and what was replied to them', () => {
    expect(overdue(contact('2013-10-10'), contact('2013-11-04', '2013-11-04'))).toEqual(['17']);
  });

  it.each([
    ['2013-10-09', 1],
    ['2013-10-10', 0],
    ['2013-10-11', 0],
  ])('takes a reply of %s to another letter for one to that of 10 October, if not before it', (respondedOn, lines) => {
    const other = contact('2013-10-08', respondedOn, { checkpoint: '' });
    expect(overdue(other, contact('2013-10-10'))).toHaveLength(lines);
  });

  it('has one line a student, of the longest wait, and says how many wait', () => {
    const later = contact('2013-10-20', null, { channel: 'telephone', stage: '2' });
    expect(linesOf([written(contact('2013-10-10', null, { outcome: 'No answer' }), later)])).toMatchObject([
      {
        student_id: '1',
        contacted_on: '2013-10-10',
        about_checkpoint: 'week_4',
        stage: '1',
        channel: 'letter',
        contact_outcome: 'No answer',
        reply_by: '2013-10-17',
        days_overdue: '17',
        contacts_unanswered: '2',
        contact_hold: 'no',
        classification: 'engaged',
      },
    ]);
  });

  it('counts the working days of the plan', () => {
    const plan = planOf({ replyWithin: { count: 5, unit: 'working_days' } });
    // A Friday.
    const [line] = linesOf([written(contact('2013-10-11'))], { plan });
    expect(line).toMatchObject({ reply_by: '2013-10-18', days_overdue: '16' });
  });

  it.each([
    ['2013-11-02', 'no'],
    ['2013-11-03', 'yes'],
    ['2013-11-04', 'yes'],
  ])('marks who is under a contact hold that ends on %s: %s', (to, marked) => {
    const hold = circumstance({ kind: 'contact-hold', from: '2013-10-20', to });
    const [line] = linesOf([{ ...written(contact('2013-10-10')), circumstances: [hold] }]);
    expect(line?.['contact_hold']).toBe(marked);
  });

  it('is sorted by student id by code unit, whoever they are', () => {
    const of = (id: string, some = {}): AssessedStudent => ({
      ...written(contact('2013-10-10')),
      student: studentOf(id, some),
    });
    const withdrawn = outcomeOf({ classification: 'not-assessed', notAssessedReason: 'withdrawn' });
    const lines = linesOf([of('b'), { ...of('B'), history: [withdrawn] }, of('10', { category: 'associate' })]);
    expect(lines.map((line) => [line['student_id'], line['not_assessed_reason']])).toEqual([
      ['10', ''],
      ['B', 'withdrawn'],
      ['b', ''],
    ]);
  });
});
