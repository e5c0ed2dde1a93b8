// How sentences name taught events and meetings.

interface NamedEvent {
  readonly kind: 'event' | 'meeting';
  /** The event's type or the meeting's kind; `''` where the export has none. */
  readonly type: string;
  readonly module: string;
}

/** `lab (MOD101)`, `session (MOD101)`, `advisor meeting`. */
export function eventText({ kind, type, module }: NamedEvent): string {
  const name = kind === 'meeting' ? meetingText(type) : type === '' ? 'session' : type;
  return module === '' ? name : `${name} (${module})`;
}

function meetingText(kind: string): string {
  if (kind === '') return 'meeting';
  return /\bmeeting$/i.test(kind) ? kind : `${kind} meeting`;
}
