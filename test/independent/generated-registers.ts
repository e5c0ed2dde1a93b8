// Draws timetabled events and their registers: taken, lost, marked all absent, corrected, cancelled.
import { isoDay, type DayNumber } from './days.js';
import { splitIntoFiles, type Tables } from './generated-files.js';
import { MODULES, OTHER, type Member } from './generated-members.js';
import type { Question } from './generated-plan.js';
import { isExported, type Reach } from './generated-spans.js';
import type { Random } from './random.js';
import type { Row } from './tables.js';

interface Event {
  readonly id: string;
  readonly day: DayNumber;
  readonly module: string;
  readonly type: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly delivery: string;
  /** 0 or 1: which of two parallel groups; null: everyone's. */
  readonly group: 0 | 1 | null;
}

/** How often registers are lost in this school. */
export function drawRegisters(random: Random, question: Question, members: readonly Member[], reach: Reach): Tables {
  const loss = random.pick([0, 0, 0.1, 0.4]);
  const events = drawEvents(random, question);
  const marks = reach === null ? [] : drawMarks(random, { question, members, events, loss, reach });
  return {
    attendance: splitIntoFiles(random, marks),
    ...(random.chance(0.2) ? {} : { timetable: splitIntoFiles(random, drawTimetable(random, question, events)) }),
    ...(random.chance(0.65) ? {} : { allocations: splitIntoFiles(random, drawAllocations(random, members, events)) }),
  };
}

/** Some at edges, and some weekly, now and then in two parallel groups. */
function drawEvents(random: Random, { at, edges }: Question): Event[] {
  const single = Array.from({ length: random.pick([3, 8, 12]) }, () => ({ day: random.pick(edges), group: null }));
  const weekly = Array.from({ length: random.pick([0, 6, 12, 26]) }, (_, week) => ({
    day: at - 7 * week,
    group: null,
  }));
  const parallel = Array.from({ length: random.pick([0, 0, 4, 8]) }, (_, week) =>
    ([0, 1] as const).map((group) => ({ day: at - 7 * week - random.pick([0, 1, 2, 7]), group })),
  ).flat();
  const ofParallel = { module: random.pick(MODULES), type: random.pick(['lab', 'seminar']) };
  return [...single, ...weekly, ...parallel].map(({ day, group }, index): Event => {
    const iso = isoDay(day);
    return {
      id: `E${index + 1}`,
      day,
      module: random.pick(MODULES),
      type: random.pick(['lab', 'seminar', 'seminar', 'lecture', '']),
      startsAt: random.pick([`${iso}T09:00`, `${iso}T10:00:00`, `${iso}T08:30:00Z`, iso]),
      endsAt: random.pick([`${iso}T11:00`, `${iso}T12:00`, `${iso}T12:00:00+01:00`, `${iso}T11:30`, '', '']),
      ...(random.chance(0.06) ? lateInTheEvening(random, day) : {}),
      delivery: random.pick(['in-person', 'in-person', 'online', '']),
      group,
      ...(group === null ? {} : ofParallel),
    };
  });
}

/** Near midnight, where an offset may make it another day in London. */
function lateInTheEvening(random: Random, day: DayNumber): Pick<Event, 'startsAt' | 'endsAt'> {
  return random.pick([
    { startsAt: `${isoDay(day)}T23:30:00Z`, endsAt: `${isoDay(day + 1)}T03:00:00Z` },
    { startsAt: `${isoDay(day)}T23:00`, endsAt: `${isoDay(day + 1)}T00:30:00Z` },
    { startsAt: `${isoDay(day)}T22:59:59-01:00`, endsAt: '' },
  ]);
}

function drawTimetable(random: Random, { at }: Question, events: readonly Event[]): Row[] {
  const first = at - 430;
  const span = random.pick([
    [first, at + 30],
    [first, at + 30],
    [first, at - random.integer(0, 30)],
    [at - random.integer(5, 40), at + 30],
  ]);
  const onlyModule = random.chance(0.15) ? random.pick(MODULES) : null;
  const timetabled = random
    .some(events, 0.9)
    .filter(({ day, module }) => span[0] <= day && day <= span[1] && (onlyModule === null || module === onlyModule));
  // Without events of their own at its ends the timetable is as short, and leaves as many days of the week free, as it may.
  const ends = (random.chance(0.3) ? [] : [span[0], span[1]]).map((day, index) =>
    timetableRow(`T${index}`, { module: 'M9', type: 'lab', startsAt: isoDay(day), endsAt: '', delivery: '' }),
  );
  const rows = timetabled.flatMap((event) => {
    const row = timetableRow(event.id, event);
    const cancelled = { ...row, cancelled: random.pick(['yes', 'yes', 'no']) };
    const longer = { ...row, ends_at: `${isoDay(event.day + 1)}T04:30:00Z` };
    const moved = { ...row, starts_at: `${isoDay(event.day)}T11:30`, ends_at: `${isoDay(event.day)}T13:00` };
    if (random.chance(0.1)) return random.pick([[cancelled], [row, cancelled], [row, moved], [longer, row]]);
    return [row];
  });
  return [...ends, ...rows];
}

function timetableRow(id: string, event: Pick<Event, 'module' | 'type' | 'startsAt' | 'endsAt' | 'delivery'>): Row {
  return {
    event_id: id,
    module_code: event.module,
    event_type: event.type,
    starts_at: event.startsAt,
    ends_at: event.endsAt,
    delivery: event.delivery,
    cancelled: '',
  };
}

function drawAllocations(random: Random, members: readonly Member[], events: readonly Event[]): Row[] {
  const allocated = random.some(
    events.flatMap(({ id }) => members.map((member) => ({ student_id: member.id, event_id: id }))),
    0.4,
  );
  return [{ student_id: OTHER, event_id: 'T0' }, ...allocated];
}

interface Taking {
  readonly question: Question;
  readonly members: readonly Member[];
  readonly events: readonly Event[];
  readonly loss: number;
  readonly reach: NonNullable<Reach>;
}

function drawMarks(random: Random, { question: { at }, members, events, loss, reach }: Taking): Row[] {
  const ends = [reach.from, reach.to].map((day, index) => {
    const event = { id: `R${index}`, module: 'M9', type: 'lab', startsAt: isoDay(day), endsAt: '', delivery: '' };
    return markRow(event, OTHER, 'present');
  });
  const taken = events.filter(({ day }) => isExported(reach, at, day)).filter(() => !random.chance(loss));
  return [
    ...(reach.from <= reach.to ? ends : []),
    ...taken.flatMap((event) =>
      random.chance(0.1) ? drawEveryoneAbsent(random, event, members) : drawRegister(random, event, members),
    ),
  ];
}

/** About as many as it takes for a register not to be believed, some of them students that nobody knows. */
function drawEveryoneAbsent(random: Random, event: Event, members: readonly Member[]): Row[] {
  const strangers = ['x1', 'x2', 'x3', 'x4', 'x5'];
  const names = [...random.shuffled(members).map(({ id }) => id), ...strangers].slice(0, random.pick([3, 4, 5, 5, 6]));
  const extra = random.chance(0.3) ? [markRow(event, OTHER, random.pick(['authorised', 'not-recorded', 'late']))] : [];
  return [...names.map((id) => markRow(event, id, 'absent')), ...extra];
}

function drawRegister(random: Random, event: Event, members: readonly Member[]): Row[] {
  const present = random.pick([0.3, 0.6, 0.9]);
  return members
    .filter(({ modules }) => modules.includes(event.module) || random.chance(0.1))
    .filter((_, index) => event.group === null || index % 2 === event.group)
    .flatMap((member) => {
      const isActive = event.day <= member.quietAfter && random.chance(present);
      if (!isActive && random.chance(0.3)) return [];
      const row = markRow(withBlanks(random, event), member.id, isActive ? 'present' : 'absent');
      return random.chance(0.2) ? drawOddities(random, row, event.day) : [row];
    });
}

/** The timetable may fill what a mark leaves blank. */
function withBlanks(random: Random, event: Event): Event {
  if (random.chance(0.8)) return event;
  return { ...event, ...random.pick([{ module: '' }, { type: '' }, { endsAt: '' }, { delivery: '' }]) };
}

const STATUSES = ['present', 'late', 'absent', 'authorised', 'not-recorded', 'cancelled'] as const;

/** Other marks than present or absent, attended online, or marks that contradict each other. */
function drawOddities(random: Random, row: Row, day: DayNumber): Row[] {
  const isoNext = isoDay(day + 1);
  const recordedAt = (): string =>
    random.pick(['', isoDay(day), `${isoDay(day)}T18:00`, isoNext, `${isoNext}T08:00:00Z`]);
  switch (random.pick(['status', 'status', 'online', 'conflict', 'conflict'])) {
    case 'status':
      return [{ ...row, status: random.pick(STATUSES) }];
    case 'online':
      return [{ ...row, attended_by: random.pick(['online', 'online', 'in-person']) }];
    case 'conflict':
      return Array.from({ length: random.integer(2, 3) }, () => ({
        ...row,
        status: random.pick(STATUSES),
        recorded_at: recordedAt(),
      }));
  }
}

function markRow(
  event: Pick<Event, 'id' | 'module' | 'type' | 'startsAt' | 'endsAt' | 'delivery'>,
  id: string,
  status: string,
): Row {
  return {
    student_id: id,
    event_id: event.id,
    module_code: event.module,
    event_type: event.type,
    starts_at: event.startsAt,
    ends_at: event.endsAt,
    delivery: event.delivery,
    status,
    attended_by: '',
    recorded_at: '',
  };
}
