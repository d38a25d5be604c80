// Every schedule is one that Kubernetes accepts and that comes due.

import { findCronMistake } from '../model/cron.ts';
import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ services }) {
    for (const [name, { schedule }] of Object.entries(services.value)) {
      const mistake = schedule === undefined ? undefined : findCronMistake(schedule.cron);
      if (mistake === undefined) continue;
      yield {
        ...locate(services, [name, 'schedule', 'cron']),
        message: mistake,
        hint: 'Write minute, hour, day of the month, month and day of the week (0 is Sunday), for example `30 4 * * 1`.',
      };
    }
  },
};
