// What a tenant's backups become in AWS: every object has its shape, a copy goes to a vault that is there, what is in a vault
// outlives everything here, and no role reaches another tenant's database.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type KindName, loadKinds } from '../../../../../conform/schemas/kinds.ts';
import { composeClaim } from '../../../../../crossplane/compose-claim.ts';
import { backupRulesOf } from '../../../../../model/backups.ts';
import type { Manifest } from '../../../../../model/manifest.ts';
import type { TenantTarget } from '../../../../../model/target.ts';
import { composeExample } from '../../../../testing/example.ts';

const test = suite('backup claim');
const clusters = await composeExample();
const compositions = new Map(
  clusters.flatMap(({ files }) =>
    files
      .flatMap(({ manifests }) => [...manifests])
      .filter(({ kind }) => kind === 'Composition')
      .map((one) => [one.metadata.name, one] as const),
  ),
);

interface Backup {
  readonly target: TenantTarget;
  readonly claim: Manifest;
  /** By the name of its template. */
  readonly made: ReadonlyMap<string, Manifest>;
}

const backups: Backup[] = clusters.flatMap(({ tenants }) =>
  tenants.flatMap(({ target, files }) => {
    const objects = files.flatMap(({ manifests }) => [...manifests]);
    return objects
      .filter(({ kind }) => kind === 'BackupClaim')
      .map((claim) => ({ target, claim, made: make(claim) }));
  }),
);

function make(claim: Manifest): ReadonlyMap<string, Manifest> {
  const { crossplane } = claim.spec as { crossplane: { compositionRef: { name: string } } };
  return composeClaim(compositions.get(crossplane.compositionRef.name) as Manifest, claim).resources;
}

function specOf(object: Manifest | undefined): Record<string, never> {
  return (object?.spec as { forProvider: Record<string, never> } | undefined)?.forProvider ?? {};
}

/** As AWS calls it. */
function externalNameOf(object: Manifest | undefined): string {
  return object?.metadata.annotations?.['crossplane.io/external-name'] ?? '';
}

/** `us-east-1 t-acme`, of every vault that any claim makes. */
function vaultsOf(all: readonly Backup[]): Set<string> {
  const vaults = all.flatMap(({ made }) => [...made.values()].filter(({ kind }) => kind === 'Vault'));
  return new Set(vaults.map((vault) => `${specOf(vault).region} ${externalNameOf(vault)}`));
}

/** Where copies go, likewise. */
function destinationsOf({ made }: Backup): string[] {
  const rules = (specOf(made.get('plan')).rule ?? []) as { copyAction: { destinationVaultArn: string }[] }[];
  return rules.flatMap(({ copyAction }) =>
    copyAction.map(({ destinationVaultArn }) => {
      const [, , , region, , , vault] = destinationVaultArn.split(':');
      return `${region} ${vault}`;
    }),
  );
}

test('there is a vault for every tenant on every cluster, and a plan where its database is', () => {
  assert.is(
    backups.length,
    clusters.reduce((sum, { tenants }) => sum + tenants.length, 0),
  );
  for (const { target, made } of backups) {
    assert.is(made.has('vault'), true);
    for (const part of ['plan', 'selection', 'taker', 'taker-policy', 'test', 'test-selection', 'tester']) {
      assert.is(made.has(part), target.isHome, `${target.tenant.id} ${target.cluster.name} ${part}`);
    }
  }
  assert.ok(backups.some(({ target }) => !target.isHome));
});

test('every object has its shape', () => {
  const all = backups.flatMap(({ made }) => [...made.values()]);
  const nameOf = ({ apiVersion, kind }: Manifest): KindName => `${apiVersion} ${kind}`;
  const kinds = loadKinds(new Set(all.map(nameOf)));
  const wrong = (object: Manifest) =>
    (kinds.get(nameOf(object)) ?? (() => [{ message: 'no schema' }]))(object);
  for (const object of all) assert.equal(wrong(object), [], JSON.stringify(object));
  const vault = all.find(({ kind }) => kind === 'Vault') as Manifest;
  const emptied = { ...vault, spec: { ...(vault.spec as object), forProvider: { forceDestroy: true } } };
  assert.ok(wrong(emptied as Manifest).length > 0);
});

test('every copy goes to a vault in another region that some claim of the tenant makes', () => {
  for (const backup of backups.filter(({ target }) => target.isHome)) {
    const { tenant, cluster } = backup.target;
    const own = vaultsOf(backups.filter(({ target }) => target.tenant.id === tenant.id));
    const destinations = destinationsOf(backup);
    assert.ok(destinations.length >= 2);
    for (const destination of destinations) {
      assert.ok(own.has(destination), `${tenant.id}: ${destination} is none of ${[...own].join(', ')}`);
      assert.not.match(destination, new RegExp(`^${cluster.region} `));
    }
  }
});

test('no two tenants share a vault', () => {
  const tenants = new Map<string, string>();
  for (const backup of backups) {
    for (const vault of vaultsOf([backup])) {
      const { id } = backup.target.tenant;
      assert.is(tenants.get(vault) ?? id, id, vault);
      tenants.set(vault, id);
    }
  }
});

test('every vault is locked, and denies everybody what would lose a backup', () => {
  for (const { made } of backups) {
    for (const [name, object] of made) {
      if (object.kind !== 'Vault') continue;
      const refersTo = { name: object.metadata.name };
      const lock = specOf(made.get(`${name}-lock`));
      const policy = specOf(made.get(`${name}-policy`));
      assert.equal([lock.backupVaultNameRef, policy.backupVaultNameRef], [refersTo, refersTo]);
      assert.is(lock.changeableForDays, undefined);
      const [statement, locks] = (JSON.parse(policy.policy as unknown as string) as { Statement: object[] })
        .Statement;
      assert.equal((statement as { Effect: string; Principal: string }).Effect, 'Deny');
      assert.match(JSON.stringify(statement), /"Principal":"\*".*"backup:DeleteRecoveryPoint"/);
      assert.match(
        JSON.stringify(locks),
        /"Effect":"Deny".*"backup:PutBackupVaultAccessPolicy".*:role\/\*-provider-aws-backup"/,
      );
    }
  }
});

test('what keeps backups stays in AWS when its object goes', () => {
  for (const { made } of backups) {
    for (const { kind, spec } of made.values()) {
      const { managementPolicies } = spec as { managementPolicies?: string[] };
      if (/^Vault/.test(kind)) assert.not.ok(managementPolicies?.includes('Delete'), kind);
    }
  }
});

test('each rule is one that the vault takes, and one keeps as long as the law', () => {
  for (const { target } of backups) {
    const { minDays, maxDays } = target.recovery.mechanisms.vaults;
    const rules = backupRulesOf(target);
    for (const { days } of rules) assert.ok(minDays <= days && days <= maxDays);
    assert.is(Math.max(...rules.map(({ days }) => days)), target.compliance.retention.days);
  }
});

test('a promise that only snapshots keep is kept by rules of its own', () => {
  const [{ target }] = backups as [Backup];
  const often = {
    ...target.recovery,
    schedules: { ...target.recovery.schedules, snapshots: '7 1,7,13,19 * * *' },
  };
  const rules = backupRulesOf({ ...target, recovery: often });
  assert.equal(
    rules.map(({ name, schedule }) => [name, schedule]),
    [
      ['monthly', 'cron(7 1 1 * ? *)'],
      ['daily', 'cron(7 1 * * ? *)'],
      ['frequent', 'cron(7 1,7,13,19 * * ? *)'],
    ],
  );
});

interface Statement {
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
}

/** Databases that a role may do something to, by what it may do. */
function reachOf(policy: Manifest | undefined, action: string): string[] {
  const { Statement } = JSON.parse(specOf(policy).policy as unknown as string) as { Statement: Statement[] };
  return Statement.filter(({ Action }) => Action.includes(action)).flatMap(({ Resource }) => Resource);
}

test('the taker takes of one database and deletes none, and the tester deletes what it restored alone', () => {
  for (const { target, made } of backups.filter(({ target }) => target.isHome)) {
    const { region, account } = target.cluster;
    const database = `arn:aws:rds:${region}:${account}:db:t-${target.tenant.id}`;
    const [taker, tester] = [made.get('taker-policy'), made.get('tester-policy')];
    assert.equal(
      reachOf(taker, 'rds:CreateDBSnapshot').filter((one) => one.includes(':db:')),
      [database],
    );
    assert.equal(reachOf(taker, 'rds:DeleteDBInstance'), []);
    assert.equal(reachOf(tester, 'rds:DeleteDBInstance'), [
      `arn:aws:rds:${region}:${account}:db:awsbackup-restore-test-*`,
    ]);
    assert.equal(reachOf(tester, 'rds:CreateDBSnapshot'), []);
    assert.equal(specOf(made.get('selection')).resources, [database]);
  }
});

test('what Cloud Control is told is JSON, of the tenant’s own vault and database', () => {
  for (const { target, made } of backups.filter(({ target }) => target.isHome)) {
    const [plan, selection] = ['test', 'test-selection'].map(
      (name) => JSON.parse(specOf(made.get(name)).desiredState as unknown as string) as Record<string, never>,
    );
    const { IncludeVaults } = (plan?.RecoveryPointSelection ?? {}) as { IncludeVaults?: string[] };
    assert.match(IncludeVaults?.[0] ?? '', new RegExp(`:backup-vault:t-${target.tenant.id}$`));
    assert.is(selection?.RestoreTestingPlanName, plan?.RestoreTestingPlanName);
    assert.match(plan?.RestoreTestingPlanName ?? '', /^[A-Za-z0-9_]{1,50}$/);
    assert.is(typeof selection?.ValidationWindowHours, 'number');
  }
});

test.run();
