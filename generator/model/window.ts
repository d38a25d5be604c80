// Windows in which AWS works on something by itself, as its APIs write them, in UTC.

export interface DailyWindow {
  /** `05:00` */
  readonly start: string;
  readonly minutes: number;
}

export interface WeeklyWindow extends DailyWindow {
  readonly day: Weekday;
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

export type Weekday = (typeof weekdays)[number];

const minutesPerDay = 1440;

/** `05:00-06:00`; may end on the next day. */
export function renderDaily({ start, minutes }: DailyWindow): string {
  return `${start}-${clockOf(minuteOf(start) + minutes)}`;
}

/** `sun:07:00-sun:08:00` */
export function renderWeekly({ day, start, minutes }: WeeklyWindow): string {
  const end = minuteOf(start) + minutes;
  const later = weekdays[(weekdays.indexOf(day) + Math.floor(end / minutesPerDay)) % weekdays.length];
  return `${day}:${start}-${later}:${clockOf(end)}`;
}

function minuteOf(clock: string): number {
  const [hours, minutes] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}

function clockOf(minute: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(minute / 60) % 24)}:${pad(minute % 60)}`;
}
