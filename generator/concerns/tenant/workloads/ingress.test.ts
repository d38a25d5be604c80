// What callers from outside get, in every state of a tenant and on both kinds of host.
import { App, Chart } from 'cdk8s';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { manifestsOf } from '../../../compose/add.ts';
import type { Return, Route, Upstream } from '../../../compose/nginx.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { TenantTarget } from '../../../model/target.ts';
import { composeExample } from '../../testing/example.ts';
import { compose } from './ingress.ts';

interface Spec {
  readonly host: string;
  readonly upstreams?: readonly Upstream[];
  readonly policies?: readonly { readonly name: string }[];
  readonly routes?: readonly Route[];
  readonly subroutes?: readonly Route[];
  readonly accessControl?: { readonly allow: readonly string[] };
}

const test = suite('ingress');
const targets = (await composeExample()).flatMap(({ tenants }) => tenants.map(({ target }) => target));
const ofMode = (mode: 'domain' | 'path') => {
  const found = targets.find(({ tenant }) => tenant.routing.mode === mode && tenant.lifecycle === 'active');
  if (found === undefined) throw new Error(`the example fleet has no tenant with mode: ${mode}`);
  return found;
};

function made(target: TenantTarget): Manifest[] {
  const chart = new Chart(new App(), 'ingress');
  compose(chart, target);
  return manifestsOf(chart);
}

const withTenant = (target: TenantTarget, changes: Partial<TenantTarget['tenant']>): TenantTarget => ({
  ...target,
  tenant: { ...target.tenant, ...changes },
});

const server = (target: TenantTarget) => {
  const found = made(target).find(({ kind }) => kind !== 'Policy');
  if (found === undefined) throw new Error(`${target.tenant.id} has no way in`);
  return { kind: found.kind, labels: found.metadata.labels ?? {}, spec: found.spec as Spec };
};

const routesOf = ({ spec }: { readonly spec: Spec }) => spec.routes ?? spec.subroutes ?? [];

for (const target of targets) {
  const { id, lifecycle, routing } = target.tenant;
  if (lifecycle !== 'active' && lifecycle !== 'onboarding') continue;
  test(`${id} on ${target.cluster.name}: every way leads to a service of its own that is exposed`, () => {
    const one = server(target);
    const exposed = target.services.flatMap((service) =>
      service.kind === 'http' && service.exposed !== undefined ? [[service.name, service.exposed.path]] : [],
    );
    const routed = routesOf(one).map(({ path, action }) => {
      if (!('proxy' in action)) throw new Error(`${path} leads nowhere`);
      const { upstream, rewritePath, requestHeaders } = action.proxy;
      assert.is(path, `${routing.prefix}${rewritePath}`);
      assert.equal(requestHeaders.set[0], {
        name: 'Host',
        value: `${upstream}.${target.namespace}.svc.cluster.local`,
      });
      return [upstream, rewritePath];
    });
    assert.equal(routed, exposed);
    assert.equal(
      one.spec.upstreams?.map(({ name, service }) => [name, service]),
      exposed.map(([name]) => [name, name]),
    );
    assert.is(one.spec.host, routing.host);
  });
}

test('a host of its own is a VirtualServer, which the policies guard as a whole', () => {
  const one = server(ofMode('domain'));
  assert.is(one.kind, 'VirtualServer');
  assert.equal(one.spec.policies, [{ name: 'edge-rate-limit' }]);
  assert.is(one.labels['tenantry.dev/route'], undefined);
});

test('a path of the shared host is a VirtualServerRoute, which the policies guard path by path', () => {
  const one = server(ofMode('path'));
  assert.is(one.kind, 'VirtualServerRoute');
  assert.is(one.labels['tenantry.dev/route'], 'shared');
  for (const route of routesOf(one)) {
    assert.ok(route.policies?.some(({ name }) => name === 'edge-rate-limit'));
    // `/acme` would begin `/acme-life` too.
    assert.ok(route.path.startsWith(`${ofMode('path').tenant.routing.prefix}/`));
  }
});

for (const mode of ['domain', 'path'] as const) {
  test(`${mode}: sources that are not allowed are kept from every path`, () => {
    const target = ofMode(mode);
    const allowedSources = ['198.51.100.0/24'];
    const guarded = withTenant(target, { routing: { ...target.tenant.routing, allowedSources } });
    const allowed = made(guarded)
      .filter(({ metadata }) => metadata.name === 'edge-allowed-sources')
      .map((policy) => (policy.spec as Spec).accessControl?.allow);
    assert.equal(allowed, [allowedSources]);
    const { spec } = server(guarded);
    for (const policies of mode === 'domain'
      ? [spec.policies]
      : routesOf({ spec }).map((each) => each.policies)) {
      assert.ok(policies?.some(({ name }) => name === 'edge-allowed-sources'));
    }
  });

  test(`${mode}: every policy that is named is rendered beside`, () => {
    const target = ofMode(mode);
    const allowedSources = ['198.51.100.0/24'];
    for (const sources of [[], allowedSources]) {
      const all = made(
        withTenant(target, { routing: { ...target.tenant.routing, allowedSources: sources } }),
      );
      const rendered = all.filter(({ kind }) => kind === 'Policy').map(({ metadata }) => metadata.name);
      const specs = all.filter(({ kind }) => kind !== 'Policy').map(({ spec }) => spec as Spec);
      const named = specs.flatMap((spec) => [
        ...(spec.policies ?? []),
        ...routesOf({ spec }).flatMap(({ policies = [] }) => policies),
      ]);
      assert.equal([...new Set(named.map(({ name }) => name))].sort(), rendered.sort());
    }
  });

  test(`${mode}: suspended, every path answers with the page and none reaches a service`, () => {
    const { spec } = server(withTenant(ofMode(mode), { lifecycle: 'suspended' }));
    assert.is(spec.upstreams, undefined);
    const answers = routesOf({ spec }).map(({ path, action }) => ({
      path,
      ...(action as { return: Return }).return,
    }));
    assert.equal(
      answers.map(({ path, code }) => [path, code]),
      [[`${ofMode(mode).tenant.routing.prefix}/`, 503]],
    );
    const [headers = {}] = answers.map((answer) =>
      Object.fromEntries(answer.headers.map(({ name, value }) => [name, value])),
    );
    assert.is(headers['Cache-Control'], 'no-store');
    assert.ok(Number(headers['Retry-After']) > 0);
  });

  for (const lifecycle of ['retained', 'purged'] as const) {
    test(`${mode}: ${lifecycle}, there is no way in`, () => {
      assert.equal(made(withTenant(ofMode(mode), { lifecycle })), []);
    });
  }
}

test('without an exposed service there is nothing', () => {
  const target = ofMode('domain');
  assert.equal(made({ ...target, services: target.services.filter(({ kind }) => kind !== 'http') }), []);
});

test('no header of callers passes but by name, and none says what the edge says', () => {
  for (const route of routesOf(server(ofMode('path')))) {
    if (!('proxy' in route.action)) throw new Error('no proxy');
    const { pass, set } = route.action.proxy.requestHeaders;
    assert.is(pass, false);
    const names = set.map(({ name }) => name.toLowerCase());
    assert.is(new Set(names).size, names.length);
    const fromCaller = set.filter(({ value }) => value.includes('http_'));
    const said = ['host', 'x-forwarded-for', 'x-forwarded-prefix', 'x-tenant-id'];
    assert.equal(names.slice(0, 4), said);
    assert.equal(
      fromCaller.filter(({ name }) => said.includes(name.toLowerCase())),
      [],
    );
    // A longer name does not fit NGINX's `proxy_headers_hash_bucket_size` of 64, and it loads nothing at all.
    assert.ok(set.every(({ name }) => name.length <= 46));
  }
});

test.run();
