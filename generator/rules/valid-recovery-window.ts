// The windows in which RDS works by itself keep apart, as RDS demands, and leave every tenant a minute for a snapshot.

import type { Recovery } from '../model/generated/inputs.ts';
import type { FleetRule } from '../model/rule.ts';
import { leaveRoom } from '../recovery/schedules.ts';
import { locate } from '../yaml/locate.ts';

const day = 24 * 60;

export const rule: FleetRule = {
  over: 'fleet',
  *check({ recovery }) {
    const { maintenance, backup } = recovery.value.windows;
    // The weekly window meets the daily one on its day, so their clocks alone count.
    if (overlap(maintenance, backup)) {
      yield {
        ...locate(recovery, ['windows', 'backup', 'start']),
        message: `The backup window at ${backup.start} meets the maintenance window at ${maintenance.start}.`,
        hint: 'Let one begin when the other has ended.',
        related: [
          { ...locate(recovery, ['windows', 'maintenance', 'start']), message: 'The other one is here.' },
        ],
      };
    }
    if (!leaveRoom(recovery.value)) {
      yield {
        ...locate(recovery, ['windows'], 'key'),
        message: 'These windows, and the time before each that must be clear, leave no hour for snapshots.',
        hint: 'Shorten a window, `clearMinutes` or `snapshots.startWindowMinutes`.',
      };
    }
  },
};

type Window = Recovery['windows']['backup'];

function overlap(one: Window, other: Window): boolean {
  const between = (from: Window, to: Window) => (startOf(to) - startOf(from) + day) % day;
  return between(one, other) < one.minutes || between(other, one) < other.minutes;
}

function startOf({ start }: Window): number {
  const [hour = 0, minute = 0] = start.split(':').map(Number);
  return hour * 60 + minute;
}
