// Schedules keep the promises they are made from, stay out of the windows, and spread tenants.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { awsCronOf } from '../model/aws-cron.ts';
import { findCronMistake } from '../model/cron.ts';
import type { Recovery } from '../model/generated/inputs.ts';
import { exampleFleet } from '../testing/inputs.ts';
import { worstGapMinutes } from './gap.ts';
import { lossesOf, remoteOf } from './losses.ts';
import { leaveRoom, schedulesOf } from './schedules.ts';

const test = suite('schedules');
const mechanisms = load(readFileSync(join(exampleFleet, 'platform/recovery.yaml'), 'utf8')) as Recovery;
const ids = Array.from({ length: 300 }, (_, index) => `tenant-${index}`);
const promise = (rpoMinutes: number, remote: 'replica' | 'backups' | 'snapshots') => ({ rpoMinutes, remote });

/** Minutes of the day at which it comes due. */
function runsOf(cron: string): number[] {
  const [minutes = '', hours = ''] = cron.split(' ');
  const all = hours === '*' ? Array.from({ length: 24 }, (_, hour) => hour) : hours.split(',').map(Number);
  return all.flatMap((hour) => minutes.split(',').map((minute) => hour * 60 + Number(minute)));
}

const rows: readonly (readonly [
  rpo: number,
  remote: 'replica' | 'snapshots',
  snapshots: number,
  objects: number,
])[] = [
  [60, 'replica', 1440, 30],
  [90, 'replica', 1440, 60],
  [240, 'replica', 1440, 180],
  [1440, 'snapshots', 720, 720],
  [1800, 'snapshots', 1440, 1440],
  [1739, 'snapshots', 720, 1440],
  [1740, 'snapshots', 1440, 1440],
  // Nothing is often enough: the most frequent there is, and a rule refuses the promise.
  [5, 'snapshots', 360, 15],
];

for (const [rpo, remote, snapshots, objects] of rows) {
  test(`${rpo} minutes by ${remote}`, () => {
    const schedules = schedulesOf(promise(rpo, remote), mechanisms, 'acme', 'prod-use1');
    assert.is(worstGapMinutes(schedules.snapshots), snapshots);
    assert.is(worstGapMinutes(schedules.objects), objects);
    assert.is(schedules.objectMinutes, objects);
  });
}

test('every promise that can be kept is kept, by the rarest schedule', () => {
  fc.assert(
    fc.property(fc.integer({ min: 660, max: 4000 }), fc.constantFrom(...ids), (rpo, id) => {
      const schedules = schedulesOf(promise(rpo, 'snapshots'), mechanisms, id, 'prod-use1');
      const losses = lossesOf(mechanisms, {
        remote: 'snapshots',
        schedules,
        storageGiB: 100,
        replicatesDocuments: true,
      });
      assert.is(losses.length, 4);
      assert.ok(losses.every(({ lostMinutes }) => lostMinutes <= rpo));
    }),
  );
});

test('no snapshot may start shortly before a window or in it', () => {
  // 05:00 to 06:00 and 07:00 to 08:00, an hour clear before each, and an hour in which a job may start.
  for (const id of ids) {
    const { snapshots } = schedulesOf(promise(1440, 'snapshots'), mechanisms, id, 'prod-use1');
    assert.ok(
      runsOf(snapshots).every((minute) => minute <= 3 * 60 || minute >= 8 * 60),
      snapshots,
    );
  }
  const always = { ...mechanisms, windows: { ...mechanisms.windows, clearMinutes: 480 } };
  assert.ok(leaveRoom(mechanisms));
  assert.ok(leaveRoom(always));
  const backup = { start: '17:30', minutes: 480 };
  assert.not.ok(leaveRoom({ ...always, windows: { ...always.windows, backup } }));
});

test('tenants are spread, and each keeps its minute', () => {
  const minutes = ids.map(
    (id) => schedulesOf(promise(1440, 'replica'), mechanisms, id, 'prod-use1').snapshots.split(' ')[0],
  );
  const counts = [...Map.groupBy(minutes, (minute) => minute).values()].map(({ length }) => length);
  assert.is(counts.length, 60);
  assert.ok(Math.max(...counts) <= 15, String(Math.max(...counts)));
  assert.equal(schedulesOf(promise(60, 'replica'), mechanisms, 'acme', 'prod-use1'), {
    snapshots: '6 12 * * *',
    objects: '17,47 * * * *',
    objectMinutes: 30,
  });
});

test('two clusters of a tenant save it at minutes of their own, and snapshots keep theirs', () => {
  const [here, there] = ['prod-use1', 'prod-usw2'].map((cluster) =>
    ids.map((id) => schedulesOf(promise(1440, 'replica'), mechanisms, id, cluster)),
  );
  const minuteOf = (cron: string | undefined) => cron?.split(' ')[0];
  const equal = here?.filter(({ objects }, index) => minuteOf(objects) === minuteOf(there?.[index]?.objects));
  assert.ok((equal?.length ?? ids.length) < ids.length / 10, `${equal?.length}`);
  assert.equal(
    here?.map(({ snapshots }) => snapshots),
    there?.map(({ snapshots }) => snapshots),
  );
});

test('every schedule is one that Kubernetes and AWS read', () => {
  for (const id of ids) {
    const { snapshots, objects } = schedulesOf(promise(1440, 'snapshots'), mechanisms, id, 'prod-use1');
    assert.is(findCronMistake(snapshots), undefined);
    assert.is(findCronMistake(objects), undefined);
  }
  assert.is(awsCronOf('6 0,12 * * *'), 'cron(6 0,12 * * ? *)');
  assert.throws(() => awsCronOf('6 0 * * 1'), 'not daily');
});

test('documents that no other region has are lost', () => {
  const schedules = schedulesOf(promise(60, 'replica'), mechanisms, 'acme', 'prod-use1');
  const what = { remote: 'replica', schedules, storageGiB: 100, replicatesDocuments: false } as const;
  const lost = lossesOf(mechanisms, what).filter(({ lostMinutes }) => lostMinutes > 60);
  assert.equal(
    lost.map(({ path }) => path),
    [['documents']],
  );
});

test('a tenant on one cluster has backups for a replica', () => {
  assert.is(remoteOf('replica', ['a']), 'backups');
  assert.is(remoteOf('replica', ['a', 'b']), 'replica');
  assert.is(remoteOf('snapshots', ['a']), 'snapshots');
});

test.run();
