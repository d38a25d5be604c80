// What a tenant's network asks for in states that the committed tree does not show.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Lifecycle } from '../../../model/fleet.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { TenantTarget } from '../../../model/target.ts';
import { composeOne, exampleTarget } from '../../testing/compose-one.ts';
import { compose } from './security-groups.ts';
import { compose as composeSubnets } from './subnets.ts';

const test = suite('tenant security groups');
const acme = exampleTarget('acme');

function claimOf(target: TenantTarget): Manifest {
  const [claim, ...others] = composeOne((chart) => compose(chart, target));
  assert.is(others.length, 0);
  return claim as Manifest;
}

test('services that keep state are in the client group, and no others', () => {
  const { services } = claimOf(acme).spec as { services: string[] };
  assert.ok(services.includes('worker') && services.includes('quote-engine'), services.join());
  assert.not.ok(services.includes('portal'));
  assert.not.ok(services.includes('notifications'));
});

test('without a service that keeps state there is no list, which would select every pod', () => {
  const services = acme.services.filter(({ name }) => name === 'portal');
  assert.not.ok('services' in (claimOf({ ...acme, services }).spec as object));
});

test('a tenant that sleeps keeps its groups: its databases are still in them', () => {
  for (const lifecycle of ['suspended', 'retained'] satisfies Lifecycle[]) {
    assert.equal(claimOf({ ...acme, tenant: { ...acme.tenant, lifecycle } }), claimOf(acme));
  }
});

test('nothing that databases live in goes with its object', () => {
  const subnets = composeOne((chart) => composeSubnets(chart, acme));
  assert.is(subnets.length, 2 * acme.dedicatedSubnets.length);
  for (const { metadata, spec } of subnets) {
    assert.is(metadata.annotations?.['argocd.argoproj.io/sync-options'], 'Prune=false,Delete=false');
    assert.not.ok((spec as { managementPolicies: string[] }).managementPolicies.includes('Delete'));
  }
  assert.is(composeOne((chart) => composeSubnets(chart, { ...acme, dedicatedSubnets: [] })).length, 0);
});

test.run();
