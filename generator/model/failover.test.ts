// The steps of a failover: their order, whatever the other region holds.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { failoverSteps, lossOf, type Remote } from './failover.ts';

const test = suite('failover');

const places = {
  from: { cluster: 'prod-use1', region: 'us-east-1' },
  to: { cluster: 'prod-usw2', region: 'us-west-2' },
};

const comesUp: Readonly<Record<Remote, RegExp>> = {
  replica: /^Promote the replica in us-west-2 .*replicateSourceDb.*restarts it/,
  backups: /^Restore to that point .*automated-backups-arn/,
  snapshots: /^Restore it .*restore-db-instance-from-db-snapshot/,
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

test.run();
