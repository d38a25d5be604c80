// The runbook of a tenant: its commands are a shell's, they name what is rendered for it and nothing of anybody else, and the
// ways out are those of its placement.
import { spawnSync } from 'node:child_process';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeExample } from '../concerns/testing/example.ts';
import type { Manifest } from '../model/manifest.ts';
import type { TenantTarget } from '../model/target.ts';
import { renderRunbook } from './runbook.ts';

const test = suite('runbook');
const clusters = await composeExample();
const tenants = clusters.flatMap((cluster) => cluster.tenants);
const find = (id: string, cluster: string) => {
  const found = tenants.find(({ target }) => target.tenant.id === id && target.cluster.name === cluster);
  assert.ok(found, `${id} on ${cluster}`);
  return found.target;
};

function commandsOf(text: string): string[] {
  return Array.from(text.matchAll(/^( *)```sh\n(.*?)^\1```$/gms), ([, indent = '', code = '']) =>
    code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

function numbersOf(text: string): number[] {
  const [, part = ''] = text.split('## The region of its home is lost');
  return Array.from(part.matchAll(/^(\d+)\. /gm), ([, number]) => Number(number));
}

test('every tenant has one on every cluster, and it is what its ConfigMap holds', () => {
  for (const { target, files } of tenants) {
    const found = files
      .flatMap(({ manifests }) => [...manifests])
      .find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'recovery.runbook');
    assert.is(
      (found as (Manifest & { data: Record<string, string> }) | undefined)?.data['recovery.md'],
      renderRunbook(target),
    );
  }
});

test('every block of commands is one that a shell reads', () => {
  for (const { target } of tenants) {
    const commands = commandsOf(renderRunbook(target));
    assert.ok(commands.length >= 4);
    for (const code of commands) {
      const { status, stderr } = spawnSync('sh', ['-n'], { input: code, encoding: 'utf8' });
      assert.is(status, 0, `${code}\n${stderr}`);
    }
  }
  assert.is.not(spawnSync('sh', ['-n'], { input: 'echo "$(' }).status, 0);
});

test('nothing in it is left open, and nothing is of another tenant', () => {
  const ids = tenants.map(({ target }) => target.tenant.id);
  for (const { target } of tenants) {
    const text = renderRunbook(target);
    assert.not.match(text, /undefined|\[object|\{\{|(?<!\/dev\/)\bnull\b/);
    for (const other of ids.filter((id) => id !== target.tenant.id)) {
      assert.not.match(text, new RegExp(`\\bt-${other}\\b`), target.tenant.id);
    }
  }
});

test('the vaults, buckets and schedules it names are rendered', () => {
  for (const { target, files } of tenants) {
    const text = renderRunbook(target);
    const all = JSON.stringify(files.map(({ manifests }) => manifests));
    const named = [
      ...text.matchAll(/--backup-vault-name (\S+)/g),
      ...text.matchAll(/--bucket (\S+)/g),
      ...text.matchAll(/--from-schedule (\S+)/g),
    ].map(([, name]) => name as string);
    assert.ok(named.length >= 3);
    for (const name of named) assert.ok(all.includes(`"${name}"`), name);
  }
});

test('its steps count from one', () => {
  for (const { target } of tenants) {
    const numbers = numbersOf(renderRunbook(target));
    assert.equal(
      numbers,
      numbers.map((_, index) => index + 1),
    );
  }
});

test('a tenant in two regions fails over, one in a single region is placed first, and one without a peer waits', () => {
  assert.match(renderRunbook(find('acme', 'prod-use1')), /tenantry failover acme --to prod-usw2/);
  assert.match(renderRunbook(find('acme', 'prod-usw2')), /From `prod-use1` to `prod-usw2`/);
  assert.match(renderRunbook(find('blue-ridge', 'prod-use1')), /1\. Place it on `prod-usw2`/);
  assert.match(renderRunbook(find('northfield', 'stage-use2')), /No cluster stands in another region/);
});

test('only where the database is does it say how to bring it back', () => {
  const says = (target: TenantTarget) => renderRunbook(target).includes('-restored --restore-time MOMENT');
  for (const { target } of tenants) assert.is(says(target), target.isHome);
});

test('a restore reads the id before any name moves, waits, and Crossplane starts anew before it looks again', () => {
  const text = renderRunbook(find('acme', 'prod-use1'));
  const order = [
    'pause prod-use1 instances.rds.aws.m.upbound.io/database-instance',
    '--target-db-instance-identifier t-acme-restored',
    'ready us-east-1 t-acme-restored',
    'restored=$(number us-east-1 t-acme-restored)',
    'call us-east-1 t-acme t-acme-lost',
    'call us-east-1 t-acme-restored t-acme',
    'crossplane.io/external-name="$restored"',
    'delete pod --selector app.kubernetes.io/name=provider-aws-rds',
    'go prod-use1 instances.rds.aws.m.upbound.io/database-instance',
  ].map((words) => text.indexOf(words));
  assert.ok(order.every((place) => place > 0));
  assert.equal(
    order,
    [...order].sort((one, other) => one - other),
  );
  for (const setting of ['--multi-az', '--enable-cloudwatch-logs-exports', '--source-dbi-resource-id']) {
    assert.ok(text.includes(setting), setting);
  }
});

test('what follows a lost database is made anew, and is what claims are called', () => {
  for (const { target, files } of tenants.filter(({ target }) => target.isHome)) {
    const text = renderRunbook(target);
    const id = target.tenant.id;
    const claims = tenants
      .filter(({ target }) => target.tenant.id === id)
      .flatMap(({ target: { cluster }, files }) =>
        files.flatMap(({ manifests }) =>
          manifests
            .filter(({ kind }) => kind === 'DatabaseClaim')
            .map(({ metadata, spec }) => ({
              cluster: cluster.name,
              name: metadata.name,
              ...(spec as { identifier?: string; source?: string }),
            })),
        ),
      )
      .filter(({ source }) => source !== undefined);
    assert.ok(files.length > 0);
    const wanted = claims.map(({ cluster, name, identifier }) =>
      identifier === undefined
        ? `kubectl --context ${cluster} --namespace t-${id} delete dbinstanceautomatedbackupsreplications.rds.aws.m.upbound.io ${name}-backups`
        : `${cluster} ${name} ${identifier}`,
    );
    const told = [
      ...Array.from(text.matchAll(/^ *remake (\S+) \S+ (\S+ \S+)$/gm), ([, at, what]) => `${at} ${what}`),
      ...Array.from(text.matchAll(/kubectl \S+ \S+ \S+ \S+ delete dbinstance.*$/gm), ([all]) => all),
    ];
    assert.equal(told.sort(), wanted.sort());
  }
});

test('a legal hold is told, with both vaults and a snapshot of that moment, also while it stands', () => {
  const target = find('acme', 'prod-use1');
  const here = find('blue-ridge', 'prod-use1');
  const heldHere = { ...here, tenant: { ...here.tenant, heldSince: '2026-05-01' } };
  for (const text of [renderRunbook(here), renderRunbook(heldHere)]) {
    assert.is(text.match(/create-legal-hold --region/g)?.length, 2);
    assert.match(text, /--region us-west-2 --title 'blue-ridge CASE'/);
    assert.match(text, /start-backup-job --region us-east-1 --backup-vault-name t-blue-ridge/);
    assert.match(text, /role\/t-blue-ridge-backup-taker-prod-use1/);
  }
  const held = { ...target, tenant: { ...target.tenant, heldSince: '2026-05-01' } };
  assert.match(renderRunbook(held), /A legal hold stands since 2026-05-01/);
});

test.run();
