// What is watched of every tenant, and that no two alarms are one.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { templatesOf } from '../../../../../crossplane/compose-claim.ts';
import { foresee } from '../../../../../crossplane/foresee.ts';
import type { Manifest } from '../../../../../model/manifest.ts';
import { copyRule } from '../../../../../model/names.ts';
import type { TenantTarget } from '../../../../../model/target.ts';
import { compose as composeTenant } from '../../../../tenant/data/alarms.ts';
import { compose as composeBudget } from '../../../../tenant/data/budget.ts';
import { composeOne, exampleTarget } from '../../../../testing/compose-one.ts';
import { composeExample } from '../../../../testing/example.ts';

const test = suite('alarms claim');
const clusters = await composeExample();
const platform = (clusters[0]?.files ?? []).flatMap(({ manifests }) => [...manifests]);
const compositions = platform.filter(({ kind }) => kind === 'Composition');
const composition = compositions.find(
  ({ metadata }) => metadata.name === 'alarmsclaims.tenantry.dev',
) as Manifest;
const acme = exampleTarget('acme');

interface Alarm {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly threshold: number;
  readonly alarmActionsSelector: { readonly matchControllerRef: boolean };
}

function composed(target: TenantTarget): Map<string, Manifest> {
  const [claim] = composeOne((chart) => composeTenant(chart, target)) as [Manifest];
  return new Map(foresee(composition, claim).objects.map(({ template, object }) => [template, object]));
}

function settingsOf(object: Manifest | undefined): Alarm {
  return ((object as Manifest).spec as { forProvider: Alarm }).forProvider;
}

test('every database, node, queue, bucket and vault of acme is watched, and nothing else', () => {
  const watched = new Set<string>();
  for (const object of composed(acme).values()) {
    if (object.kind !== 'MetricAlarm') continue;
    const { namespace, dimensions } = settingsOf(object);
    const { FilterId: _, RuleId: __, DestinationBucket: ___, ...names } = dimensions;
    for (const name of Object.values(names)) watched.add(`${namespace} ${name}`);
  }
  assert.equal([...watched].sort(), [
    'AWS/Backup t-acme',
    'AWS/ElastiCache t-acme-001',
    'AWS/ElastiCache t-acme-002',
    'AWS/ElastiCache t-acme-003',
    'AWS/RDS analytics-1-acme',
    'AWS/RDS t-acme',
    'AWS/S3 keelstone-t-acme-documents-us-east-1',
    'AWS/SQS t-acme-jobs',
  ]);
});

test('the lag of copies is that of the rule that copies', () => {
  const { dimensions } = settingsOf(composed(acme).get('bucket-lag'));
  assert.is(dimensions.RuleId, copyRule);
  assert.is(dimensions.DestinationBucket, 'keelstone-t-acme-documents-us-west-2');
});

test('silence about backups calls somebody, at home alone', () => {
  const missing = settingsOf(composed(acme).get('backup-missing')) as Alarm & { treatMissingData: string };
  assert.is(missing.treatMissingData, 'breaching');
  assert.equal(missing.dimensions, { BackupVaultName: 't-acme' });
  assert.not.ok(composed(exampleTarget('acme', 'prod-usw2')).has('backup-missing'));
});

test('a replica is watched as one, a writer is not', () => {
  const away = composed(exampleTarget('acme', 'prod-usw2'));
  assert.is(settingsOf(away.get('database-lag-1')).dimensions.DBInstanceIdentifier, 't-acme');
  const { dimensions } = settingsOf(composed(acme).get('database-lag-1'));
  assert.is(dimensions.DBInstanceIdentifier, 'analytics-1-acme');
});

test("numbers are the tier's, storage a share of what the database began with", () => {
  const alarms = composed(acme);
  assert.is(settingsOf(alarms.get('database-cpu')).threshold, acme.tier.alarms.cpuPercent);
  const share = settingsOf(alarms.get('database-storage')).threshold / 2 ** 30 / acme.database.storageGiB;
  assert.is(Math.round(share * 100), acme.tier.alarms.freeStoragePercent);
});

test('every alarm calls by the topic of its own claim', () => {
  const topics = templatesOf(composition).filter(({ base }) => base.kind === 'Topic');
  assert.is(topics.length, 1);
  for (const object of composed(acme).values()) {
    if (object.kind === 'MetricAlarm') {
      assert.equal(settingsOf(object).alarmActionsSelector, { matchControllerRef: true });
    }
  }
});

test("no name of an alarm ends in another one: a tenant's id could be what stands before it", () => {
  const cdn = compositions.filter(({ metadata }) => metadata.name.startsWith('cdn-own'));
  const names = [composition, ...cdn]
    .flatMap((one) => templatesOf(one))
    .filter(({ base }) => base.kind === 'MetricAlarm' || base.kind === 'Topic')
    .map(({ name }) => name);
  const all = [...new Set(names)];
  assert.ok(all.length > 40);
  const meet = all.filter((name) => all.some((other) => other !== name && other.endsWith(`-${name}`)));
  assert.equal(meet, []);
});

test("the home alone has a budget, and the tenant's own wins", () => {
  const budgetOf = (target: TenantTarget) => composeOne((chart) => composeBudget(chart, target));
  assert.is(budgetOf(exampleTarget('acme', 'prod-usw2')).length, 0);
  const [budget] = budgetOf({ ...acme, monthlyBudget: 1234 }) as [Manifest];
  const { forProvider } = budget.spec as { forProvider: { limitAmount: string; costFilter: object[] } };
  assert.is(forProvider.limitAmount, '1234');
  assert.equal(forProvider.costFilter, [{ name: 'TagKeyValue', values: ['user:tenantry.dev/tenant$acme'] }]);
});

test.run();
