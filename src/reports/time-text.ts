// The time of a day as 24 hours write it.

/** `09:05`, from the minute of the day. */
export function timeText(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => `${part}`.padStart(2, '0')).join(':');
}
