// Who is let in when a target is not as the rendered ones are. What a running tenant gets, the tree shows.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Lifecycle } from '../../../model/fleet.ts';
import type { HttpService, TenantTarget } from '../../../model/target.ts';
import { composeOne, exampleTarget } from '../../testing/compose-one.ts';
import { compose } from './authorization.ts';

const test = suite('authorization');
const acme = exampleTarget('acme');
const edge = 'cluster.local/ns/nginx-ingress/sa/nginx-ingress';

interface Rule {
  readonly from: readonly [{ readonly source: { principals: string[]; requestPrincipals?: string[] } }];
  readonly to: readonly { readonly operation: { methods: string[]; paths: string[]; ports: string[] } }[];
  readonly when?: readonly { readonly key: string; readonly values: readonly string[] }[];
}

function rulesOf(target: TenantTarget, service?: string): Rule[] {
  return composeOne((chart) => compose(chart, target))
    .filter(({ metadata }) => service === undefined || metadata.name === `service-${service}`)
    .flatMap(({ spec }) => (spec as { rules?: Rule[] }).rules ?? []);
}

function isFromEdge({ from }: Rule): boolean {
  return from[0].source.principals.includes(edge);
}

function inState(lifecycle: Lifecycle): TenantTarget {
  return { ...acme, tenant: { ...acme.tenant, lifecycle } };
}

function exposing(exposed: HttpService['exposed']): TenantTarget {
  const services = acme.services.map((service) =>
    service.kind === 'http' && service.name === 'policy-api' ? { ...service, exposed } : service,
  );
  return { ...acme, services };
}

test('the edge is let in while the tenant runs, and at no other time', () => {
  assert.ok(rulesOf(inState('onboarding')).some(isFromEdge));
  assert.ok(rulesOf(inState('active')).some(isFromEdge));
  for (const state of ['suspended', 'retained'] as const) {
    assert.equal(rulesOf(inState(state)).filter(isFromEdge), [], state);
  }
});

test('the policy that denies all is there in every state', () => {
  for (const state of ['onboarding', 'active', 'suspended', 'retained'] as const) {
    const all = composeOne((chart) => compose(chart, inState(state)));
    assert.equal(
      all.filter(({ metadata, spec }) => metadata.name === 'deny-all' && JSON.stringify(spec) === '{}')
        .length,
      1,
      state,
    );
  }
});

test('every rule names callers, a port, methods and paths: what is left out matches everything', () => {
  const rules = rulesOf(acme);
  assert.ok(rules.length > 10);
  for (const { from, to } of rules) {
    assert.is(from.length, 1);
    assert.ok(from[0].source.principals.length === 1 && !from[0].source.principals.join('').includes('*'));
    for (const { operation } of to) {
      for (const list of [operation.methods, operation.paths, operation.ports]) assert.ok(list.length > 0);
    }
  }
});

test('users need a token of this issuer, for this tenant, but for public paths', () => {
  const exposed = {
    path: '/api/policies',
    methods: ['GET', 'POST'],
    public: [{ path: '/api/policies/healthz', methods: ['GET'] }],
  };
  const [signed, open, ...others] = rulesOf(exposing(exposed), 'policy-api').filter(isFromEdge);
  assert.equal(others, []);
  assert.equal(signed?.from[0].source.requestPrincipals, [`${acme.tenant.identity.issuer}/*`]);
  assert.equal(signed?.when, [
    { key: 'request.auth.claims[tenant]', values: ['acme'] },
    { key: 'request.auth.audiences', values: ['tenantry-acme'] },
  ]);
  assert.equal(signed?.to[0]?.operation.paths, ['/api/policies', '/api/policies/*']);
  assert.is(open?.from[0].source.requestPrincipals, undefined);
  assert.equal(
    open?.to.map(({ operation }) => operation),
    [{ ports: ['8080'], methods: ['GET'], paths: ['/api/policies/healthz', '/api/policies/healthz/*'] }],
  );
});

test('a service that is public in part asks for a token for the rest', () => {
  const exposed = { path: '/', methods: ['GET', 'POST'], public: [{ path: '/', methods: ['GET'] }] };
  const rules = rulesOf(exposing(exposed), 'policy-api').filter(isFromEdge);
  assert.equal(
    rules.map(({ from }) => from[0].source.requestPrincipals?.length ?? 0),
    [1, 0],
  );
  const wholly = { path: '/', methods: ['GET'], public: [{ path: '/', methods: ['GET'] }] };
  assert.is(rulesOf(exposing(wholly), 'policy-api').filter(isFromEdge).length, 1);
});

test('a service that the edge does not know has no rule for it', () => {
  assert.equal(rulesOf(exposing(undefined), 'policy-api').filter(isFromEdge), []);
});

test.run();
