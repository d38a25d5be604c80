// What a claim of a host becomes: who answers what, what is kept, what a home that moves leaves behind.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeClaim, templatesOf } from '../../../../../crossplane/compose-claim.ts';
import { foresee } from '../../../../../crossplane/foresee.ts';
import { cachePolicies } from '../../../../../model/cloudfront.ts';
import type { Lifecycle } from '../../../../../model/fleet.ts';
import type { Manifest } from '../../../../../model/manifest.ts';
import type { TenantTarget } from '../../../../../model/target.ts';
import { compose as composeTenant } from '../../../../tenant/data/cdn.ts';
import { composeOne, exampleTarget } from '../../../../testing/compose-one.ts';
import { composeExample } from '../../../../testing/example.ts';

const test = suite('cdn claim');
const clusters = await composeExample();
const platform = clusters.map(({ files }) => files.flatMap(({ manifests }) => [...manifests]));
const compositions = new Map(
  (platform[0] ?? []).filter(({ kind }) => kind === 'Composition').map((one) => [one.metadata.name, one]),
);
const acme = exampleTarget('acme');
const shared = platform.flat().filter(({ kind }) => kind === 'CdnClaim');

interface Behavior {
  readonly targetOriginId: string;
  readonly allowedMethods: readonly string[];
  readonly cachePolicyId: string;
  readonly pathPattern?: string;
}

interface Settings {
  readonly enabled: boolean;
  readonly aliases: readonly string[];
  readonly origin: readonly { readonly originId: string; readonly domainName: string }[];
  readonly originGroup?: readonly { readonly originId: string; readonly member: readonly object[] }[];
  readonly defaultCacheBehavior: Behavior;
  readonly orderedCacheBehavior: readonly Behavior[];
  readonly restrictions: { readonly geoRestriction: object };
  readonly webAclId: string;
}

function claimOf(target: TenantTarget): Manifest {
  const [claim, ...others] = composeOne((chart) => composeTenant(chart, target));
  assert.is(others.length, 0);
  return claim as Manifest;
}

const specOf = (claim: Manifest) => claim.spec as Record<string, unknown>;

function compositionOf(claim: Manifest): Manifest {
  const { crossplane } = claim.spec as { crossplane: { compositionRef: { name: string } } };
  return compositions.get(crossplane.compositionRef.name) as Manifest;
}

/** Once everything before it is there. */
function settingsOf(claim: Manifest): Settings {
  const { objects } = foresee(compositionOf(claim), claim);
  const found = objects.find(({ template }) => template === 'distribution')?.object;
  return ((found as Manifest).spec as { forProvider: Settings }).forProvider;
}

test('reads go to the home and then to the other region, writes to the home alone', () => {
  const {
    origin,
    originGroup,
    defaultCacheBehavior: reads,
    orderedCacheBehavior,
  } = settingsOf(claimOf(acme));
  assert.equal(
    origin.map(({ domainName }) => domainName),
    ['prod-use1.origin.insure.keelstone.example', 'prod-usw2.origin.insure.keelstone.example'],
  );
  assert.equal(originGroup?.[0]?.member, [{ originId: 'primary' }, { originId: 'secondary' }]);
  assert.is(reads.targetOriginId, originGroup?.[0]?.originId);
  // CloudFront refuses others where a group of origins answers.
  assert.equal(reads.allowedMethods, ['GET', 'HEAD', 'OPTIONS']);
  const [writes] = orderedCacheBehavior;
  assert.is(writes?.pathPattern, '/api/*');
  assert.is(writes?.targetOriginId, 'primary');
  assert.ok(writes?.allowedMethods.includes('POST'));
});

test('answers of services are never kept, others only while no address is asked for', () => {
  for (const claim of [claimOf(acme), ...shared]) {
    const [api] = settingsOf(claim).orderedCacheBehavior;
    assert.is(api?.cachePolicyId, cachePolicies.nothing);
  }
  const policyOf = (target: TenantTarget) => settingsOf(claimOf(target)).defaultCacheBehavior.cachePolicyId;
  const routing = { ...acme.tenant.routing, allowedSources: ['192.0.2.0/24'] };
  assert.is(policyOf(acme), cachePolicies.whatAnswersAllow);
  assert.is(policyOf({ ...acme, tenant: { ...acme.tenant, routing } }), cachePolicies.nothing);
  assert.is(policyOf(inState('suspended')), cachePolicies.nothing);
  for (const claim of shared) assert.is(specOf(claim).cachePolicyId, cachePolicies.nothing);
});

function inState(lifecycle: Lifecycle): TenantTarget {
  return { ...acme, tenant: { ...acme.tenant, lifecycle } };
}

test('a tenant that sleeps calls nobody, one that is kept answers nobody', () => {
  const watched = (claim: Manifest) => [specOf(claim).actionsEnabled, !specOf(claim).healthCheckDisabled];
  assert.equal(watched(claimOf(acme)), [true, true]);
  assert.equal(watched(claimOf(inState('suspended'))), [false, false]);
  assert.equal(watched(claimOf(inState('onboarding'))), [false, false]);
  assert.is(settingsOf(claimOf(inState('suspended'))).enabled, true);
  assert.is(settingsOf(claimOf(inState('retained'))).enabled, false);
});

test('nobody asks for a page who would be refused', () => {
  const routing = { ...acme.tenant.routing, allowedSources: ['192.0.2.0/24'] };
  const closed = { ...acme, tenant: { ...acme.tenant, routing } };
  const abroad = (countries: string[]) => ({ ...acme, cdn: { ...acme.cdn, countries } });
  assert.is(specOf(claimOf(acme)).healthPath, '/');
  assert.is(specOf(claimOf(closed)).healthPath, undefined);
  assert.is(specOf(claimOf(abroad(['PR']))).healthPath, undefined);
  assert.is(specOf(claimOf(abroad(['PR', 'US']))).healthPath, '/');
});

test('no distribution is made before its certificate and its firewall are there', () => {
  const claim = claimOf(acme);
  const composition = compositionOf(claim);
  const madeWith = (status: object) =>
    composeClaim(composition, { ...claim, status }).resources.has('distribution');
  assert.is(madeWith({}), false);
  assert.is(madeWith({ certificateArn: 'arn:aws:acm:us-east-1:1:certificate/1' }), false);
  assert.is(madeWith({ webAclArn: 'arn:aws:wafv2:us-east-1:1:global/webacl/1' }), false);
  assert.is(madeWith({ certificateArn: 'a', webAclArn: 'b' }), true);
});

test('where the home is not, the distribution is looked at and nothing is made', () => {
  const claim = claimOf(exampleTarget('acme', 'prod-usw2'));
  const { objects } = foresee(compositionOf(claim), claim);
  assert.equal(
    objects.map(({ template }) => template),
    ['distribution'],
  );
  const [{ object }] = objects as unknown as [{ object: Manifest }];
  assert.equal((object.spec as { managementPolicies: string[] }).managementPolicies, ['Observe']);
  assert.is(object.metadata.annotations?.['crossplane.io/external-name'], specOf(claim).distributionId);
  const unknown = { ...acme, isHome: false, cdn: { ...acme.cdn, distribution: '' } };
  assert.is(foresee(compositionOf(claimOf(unknown)), claimOf(unknown)).objects.length, 0);
});

test('when the home moves, the new one takes the same distribution over', () => {
  const target = exampleTarget('acme', 'prod-usw2');
  const [first, second] = target.cdn.origins;
  const origins = [second, first] as typeof target.cdn.origins;
  const tenant = { ...target.tenant, home: 'prod-usw2' };
  const moved = claimOf({ ...target, isHome: true, tenant, cdn: { ...target.cdn, origins } });
  assert.is(moved.metadata.name, claimOf(target).metadata.name);
  assert.is(specOf(moved).distributionId, specOf(claimOf(acme)).distributionId);
  assert.is(settingsOf(moved).origin[0]?.domainName, 'prod-usw2.origin.insure.keelstone.example');
});

test('nothing that visitors need goes with its object', () => {
  const kept = ['certificate', 'firewall', 'distribution', 'entry-a', 'entry-aaaa', 'validation'];
  for (const [name, composition] of compositions) {
    if (!name.startsWith('cdn-')) continue;
    for (const template of templatesOf(composition)) {
      const { managementPolicies } = template.base.spec as { managementPolicies: string[] };
      if (kept.includes(template.name)) assert.not.ok(managementPolicies.includes('Delete'), template.name);
    }
  }
});

test('a host of two regions keeps its objects when it is in one', () => {
  const namesOf = (name: string) => templatesOf(compositions.get(name) as Manifest).map((one) => one.name);
  assert.equal(namesOf('cdn-own-one-region'), namesOf('cdn-own-two-regions'));
  assert.equal(namesOf('cdn-shared-one-region'), namesOf('cdn-shared-two-regions'));
});

test('each environment has one distribution for its shared host, whose records are ours', () => {
  assert.equal(shared.map((claim) => specOf(claim).host).sort(), [
    'insure-stage.keelstone.example',
    'insure.keelstone.example',
  ]);
  for (const claim of shared) {
    const templates = foresee(compositionOf(claim), claim).objects.map(({ template }) => template);
    assert.ok(templates.includes('validation'));
    assert.ok(templates.includes('entry-a'));
    assert.not.ok(templates.includes('health'));
  }
});

test('without a VPC origin at home there is no claim', () => {
  const origins = acme.cdn.origins.slice(1);
  assert.is(
    composeOne((chart) => composeTenant(chart, { ...acme, cdn: { ...acme.cdn, origins } })).length,
    0,
  );
  const [primary] = acme.cdn.origins;
  const alone = claimOf({ ...acme, cdn: { ...acme.cdn, origins: [primary] as typeof origins } });
  assert.is(settingsOf(alone).originGroup, undefined);
  assert.is(settingsOf(alone).defaultCacheBehavior.targetOriginId, 'primary');
});

test('countries are let in by list, or all of them', () => {
  const restricted = { ...acme, cdn: { ...acme.cdn, countries: ['US', 'PR'] } };
  assert.equal(settingsOf(claimOf(acme)).restrictions.geoRestriction, { restrictionType: 'none' });
  assert.equal(settingsOf(claimOf(restricted)).restrictions.geoRestriction, {
    restrictionType: 'whitelist',
    locations: ['PR', 'US'],
  });
});

test.run();
