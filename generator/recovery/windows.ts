// When RDS and ElastiCache may work on a tenant's instances by themselves: a part of the platform's windows, so that not all
// are worked on at the same moment. Knows no instance.
import type { Recovery } from '../model/generated/inputs.ts';
import type { Windows } from '../model/target.ts';
import { minutesPerDay } from './calendar.ts';
import { spreadOf } from './schedules.ts';

/** The shortest that RDS takes (its API: `PreferredBackupWindow`, `PreferredMaintenanceWindow`). */
const leastMinutes = 30;

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** As RDS writes them. @param seed what spreads tenants over the platform's windows: the tenant's id */
export function windowsOf({ windows }: Pick<Recovery, 'windows'>, seed: string): Windows {
  const { backup, maintenance } = windows;
  const first = partOf(backup, `${seed} backup`);
  const second = partOf(maintenance, `${seed} maintenance`);
  const weekday = days.indexOf(maintenance.day);
  const moment = (minute: number) => {
    return `${days[(weekday + Math.floor(minute / minutesPerDay)) % days.length]}:${renderClock(minute)}`;
  };
  return {
    backup: `${renderClock(first)}-${renderClock(first + leastMinutes)}`,
    maintenance: `${moment(second)}-${moment(second + leastMinutes)}`,
  };
}

/** Minutes since that day's midnight at which the part begins; it ends within the whole. */
function partOf({ start, minutes }: { start: string; minutes: number }, seed: string): number {
  const [hour = 0, minute = 0] = start.split(':').map(Number);
  return hour * 60 + minute + (spreadOf(seed) % (minutes - leastMinutes + 1));
}

function renderClock(minute: number): string {
  const ofDay = minute % minutesPerDay;
  return [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
