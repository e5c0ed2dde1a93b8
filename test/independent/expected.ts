// What an indicator expects of a student in their window: events, meetings, submissions.
import { actsOf, duesOf, hasRegister, modulesOfRegisters, sessionsOf } from './engagement.js';
import { mondayOf, type DayNumber } from './days.js';
import type { Expected } from './measured.js';
import { isUpTo } from './moments.js';
import type { Indicator } from './plan.js';
import type { Session } from './sessions.js';
import { isExcused, isKnown, isOnModule, isRemoteAccepted, type Situation } from './situation.js';
import { isExcepted } from './year.js';

export interface ExpectedInModule extends Expected {
  readonly module: string;
}

export function expectedOf(situation: Situation, indicator: Indicator): ExpectedInModule[] {
  switch (indicator.feed) {
    case 'attendance':
      return expectedEvents(situation, indicator);
    case 'submissions':
      return expectedSubmissions(situation, indicator);
    case 'meetings':
      return sessionsOf(situation, 'meetings')
        .filter((session) => isChosen(situation, indicator, session))
        .map(({ standing, module }) => ({
          module,
          weight: 1,
          isDone: standing === 'open' ? 'open' : standing === 'done',
          isExcused: false,
        }));
    case 'vle':
    case 'lecture_capture':
    case 'activities':
      return actsOf(situation, indicator.feed).map(({ module }) => ({
        module,
        weight: 1,
        isDone: true,
        isExcused: false,
      }));
  }
}

export function isChosen(
  situation: Situation,
  indicator: Indicator,
  { day, type }: { day: DayNumber; type: string },
): boolean {
  return isLookedAt(situation, indicator, day) && isOfType(indicator, { type });
}

export function isOfType({ only }: Indicator, { type }: { readonly type: string }): boolean {
  return only?.includes(type) ?? true;
}

export function isLookedAt({ plan, judged }: Situation, indicator: Indicator, day: DayNumber): boolean {
  return judged.includes(day) && !isExcepted(plan, indicator, day);
}

/** An event that was not attended on an excused day, or with leave, is not expected. */
function expectedEvents(situation: Situation, indicator: Indicator): ExpectedInModule[] {
  return sessionsOf(situation, 'attendance')
    .filter((session) => isChosen(situation, indicator, session))
    .filter(({ module, day }) => isOnModule(situation, module, day))
    .map((session): ExpectedInModule => ({
      module: session.module,
      weight: indicator.isByMinutes ? (session.minutes ?? situation.plan.eventMinutes) : 1,
      isDone: session.standing === 'open' ? 'open' : isAttended(situation, session),
      isExcused: session.standing === 'authorised' || isExcused(situation, session.day),
    }))
    .filter(({ isDone, isExcused: isLeaving }) => isDone !== false || !isLeaving);
}

function isAttended(situation: Situation, { standing, day }: Session): boolean {
  return standing === 'done' || (standing === 'remote' && isRemoteAccepted(situation, day));
}

function expectedSubmissions(situation: Situation, indicator: Indicator): ExpectedInModule[] {
  return duesOf(situation)
    .filter(({ due, type }) => isChosen(situation, indicator, { day: due.day, type }))
    .map(({ assessment, module, due, submitted }): ExpectedInModule => {
      const isSubmitted = submitted !== null && submitted.day <= situation.window.to;
      const isCounted = isSubmitted && (!indicator.isOnTime || isUpTo(submitted, due));
      const isOpen = !isSubmitted && !isKnown(situation, 'submissions', due.day);
      return {
        module,
        weight: 1,
        isDone: isOpen ? 'open' : isCounted,
        isExcused: !isCounted && isExtenuated(situation, assessment),
      };
    })
    .filter(({ isDone, isExcused: isLeaving }) => isDone !== false || !isLeaving);
}

/** In place of a submission that was not made, or too late for an indicator that asks for it on time. */
export function isExtenuated({ circumstances }: Situation, assessment: string): boolean {
  return circumstances.some((one) => one.kind === 'extenuating' && one.assessment === assessment);
}

/** On a day that neither the registers nor the timetable tell of, nobody knows what was expected. */
export function isBeyondTimetable(situation: Situation, day: DayNumber): boolean {
  if (isKnown(situation, 'attendance', day)) return false;
  const { exports, plan } = situation;
  const { span, weekdays, modules } = exports.timetable;
  if (span === null || situation.coverage.get('attendance') === null) return true;
  const own = [...modulesOfRegisters(situation), ...registeredModules(situation)];
  const isOfStudent = exports.enrolments !== null || modulesOfRegisters(situation).length > 0;
  if (!isOfStudent || own.some((module) => module !== '' && !modules.has(module))) return true;
  const isNear = span.from - plan.toleranceDays <= day && day <= span.to + plan.toleranceDays;
  return !isNear && weekdays.has(day - mondayOf(day));
}

/** Those on which the student is ever enrolled, if registers up to the checkpoint say of anybody whether they were there. */
function registeredModules({ exports, student, window }: Situation): string[] {
  const enrolled = (exports.enrolments?.get(student.id) ?? []).map(({ module }) => module);
  return enrolled.filter((module) => hasRegister(exports, module, window.to));
}
