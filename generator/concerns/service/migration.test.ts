// What holds a tenant's services back until they can start: at home its migrations, elsewhere a look at its stores.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { secretKeysOf } from '../../compose/secrets.ts';
import type { Lifecycle } from '../../model/fleet.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { ResolvedService, TenantTarget } from '../../model/target.ts';
import { compose as composeGroups } from '../tenant/foundation/security-groups.ts';
import { composeOne, exampleTarget } from '../testing/compose-one.ts';
import { compose as composeConfig } from './config.ts';
import { compose } from './migration.ts';

const test = suite('migration');
const home = exampleTarget('acme');
const elsewhere = exampleTarget('acme', 'prod-usw2');

function migrationOf({ services }: TenantTarget): ResolvedService {
  return services.find(({ kind }) => kind === 'migration') as ResolvedService;
}

function jobOf(target: TenantTarget): Manifest | undefined {
  return composeOne((chart) => compose(chart, target, migrationOf(target)))[0];
}

function commandOf(target: TenantTarget): readonly string[] | undefined {
  const { template } = (jobOf(target) as Manifest).spec as {
    template: { spec: { containers: { command?: string[] }[] } };
  };
  return template.spec.containers[0]?.command;
}

function settingsOf(target: TenantTarget): Readonly<Record<string, string>> {
  const [settings] = composeOne((chart) => composeConfig(chart, target, migrationOf(target)));
  return (settings as Manifest & { data: Record<string, string> }).data;
}

function secretsOf(target: TenantTarget): Record<string, string> {
  const keys = secretKeysOf(target, migrationOf(target));
  return Object.fromEntries(keys.map(({ variable, property }) => [variable, property]));
}

test('at home schemas are changed, by the user who may', () => {
  assert.equal(commandOf(home), ['php', 'artisan', 'migrate', '--force', '--isolated']);
  assert.is(settingsOf(home).DB_USERNAME, 'migration-acme');
  assert.is(settingsOf(home).DB_LEDGER_USERNAME, 'ledger-acme');
  assert.equal(secretsOf(home), {
    APP_KEY: 'appKey',
    DB_LEDGER_PASSWORD: 'ledger',
    DB_PASSWORD: 'migration',
  });
});

test('elsewhere the stores are looked at, by the user of the services, who changes no schema', () => {
  assert.equal(commandOf(elsewhere), ['php', 'artisan', 'stores:check']);
  assert.is(settingsOf(elsewhere).DB_USERNAME, 'application-acme');
  assert.not.ok('DB_LEDGER_USERNAME' in settingsOf(elsewhere));
  assert.equal(secretsOf(elsewhere), {
    APP_KEY: 'appKey',
    DB_PASSWORD: 'application',
    REDIS_PASSWORD: 'password',
  });
});

test('it is the same hook, and tried again as often: services start after it on every cluster', () => {
  const facts = (target: TenantTarget) => {
    const { metadata, spec } = jobOf(target) as Manifest;
    const { activeDeadlineSeconds, backoffLimit } = spec as Record<string, unknown>;
    return { annotations: metadata.annotations, activeDeadlineSeconds, backoffLimit };
  };
  assert.equal(facts(elsewhere), facts(home));
  assert.is(facts(home).annotations?.['argocd.argoproj.io/hook'], 'Sync');
});

test('it succeeds in the client group alone: its pods are put there, and it asks a store that takes no others', () => {
  const [claim] = composeOne((chart) => composeGroups(chart, elsewhere));
  const { services } = (claim as Manifest).spec as { services: string[] };
  assert.ok(services.includes(migrationOf(elsewhere).name));
  // A database at home takes all pods of the other cluster by their range; the cache takes the group.
  assert.ok(migrationOf(elsewhere).needs.includes('cache'));
});

test('where no pods run there is no Job', () => {
  for (const lifecycle of ['suspended', 'retained'] satisfies Lifecycle[]) {
    for (const target of [home, elsewhere]) {
      assert.is(jobOf({ ...target, tenant: { ...target.tenant, lifecycle } }), undefined);
    }
  }
});

test.run();
