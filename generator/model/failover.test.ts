// The steps of a failover: their order, whatever the other region holds.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { failoverSteps, lossOf, type Remote } from './failover.ts';

const test = suite('failover');

const places = {
  from: { cluster: 'prod-use1', region: 'us-east-1' },
  to: { cluster: 'prod-usw2', region: 'us-west-2' },
  isPlaced: true,
  database: { engineVersion: '11.8', multiAz: true, backupDays: 35, windows: { backup: '05:10-05:40' } },
};

const comesUp: Readonly<Record<Remote, RegExp>> = {
  replica: /^Promote the replica in us-west-2: .*replicateSourceDb.*restarts it/s,
  backups: /^Restore to that point .*automated-backups-arn.*DbiResourceId/s,
  snapshots:
    /^Restore it .*--kms-key-id alias\/t-acme\n.*restore-db-instance-from-db-snapshot.*DbiResourceId/s,
};

for (const remote of Object.keys(lossOf) as Remote[]) {
  test(`${remote}: fenced, up, merged, named, guarded again, kept`, () => {
    const steps = failoverSteps({ tenant: 'acme', remote, ...places });
    const order = [
      /^Fence the writer on `prod-use1`/,
      comesUp[remote],
      /^Merge `home: prod-usw2`/,
      /^Later: /,
      /stays/,
    ];
    const found = order.map((words) => steps.findIndex((step) => words.test(step)));
    assert.equal(
      found,
      found.toSorted((a, b) => a - b),
    );
    assert.is(found[0], 0);
    assert.is(found.at(-1), steps.length - 1);
    assert.ok(!found.includes(-1), `${found}`);
  });
}

test('a tenant that is not there is placed first, and Crossplane looks away before the fence', () => {
  const [placing = '', fence = ''] = failoverSteps({
    tenant: 'acme',
    remote: 'backups',
    ...places,
    isPlaced: false,
  });
  assert.match(placing, /^Place it on `prod-usw2`/);
  assert.ok(fence.indexOf('crossplane.io/paused=true') < fence.indexOf('ParameterName=read_only'));
});

test.run();
