// A message that failed at its last moment is still there when somebody looks: SQS counts its days from when it was sent,
// wherever it is (SQS developer guide: "Dead-letter queues", retention).

import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ platform }) {
    const { retentionDays, failedDays } = platform.value.queues;
    if (failedDays > retentionDays) return;
    yield {
      ...locate(platform, ['queues', 'failedDays']),
      message: `A message that waited for ${retentionDays} days and then failed would be gone at once: failed ones are kept for ${failedDays} days from when they were sent.`,
      hint: 'Keep failed ones for longer than others.',
    };
  },
};
