// What a real NGINX makes of the routes that two tenants have on one host: which paths lead where, and what passes.
import { App, Chart } from 'cdk8s';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { skip } from '../../../../scripts/skip.ts';
import { manifestsOf } from '../../../compose/add.ts';
import type { Route } from '../../../compose/nginx.ts';
import type { TenantTarget } from '../../../model/target.ts';
import { composeExample } from '../../testing/example.ts';
import { hasNginx, Nginx } from '../../testing/nginx.ts';
import { compose } from './ingress.ts';

const test = suite('ingress as NGINX reads it');

/** A tenant of the example fleet at another path, in another state. */
function at(target: TenantTarget, prefix: string, lifecycle: 'active' | 'suspended'): Route[] {
  const chart = new Chart(new App(), 'ingress');
  const routing = { ...target.tenant.routing, mode: 'path' as const, prefix: `/${prefix}` };
  compose(chart, { ...target, tenant: { ...target.tenant, lifecycle, routing } });
  return manifestsOf(chart).flatMap(({ spec }) => [...((spec as { subroutes?: Route[] }).subroutes ?? [])]);
}

const [cluster] = await composeExample();
const acme = cluster?.tenants.find(({ target }) =>
  target.services.some(({ name }) => name === 'quote-engine'),
);
if (acme === undefined) throw new Error('no tenant of the example fleet has a quote-engine');
const routes = [...at(acme.target, 'acme', 'active'), ...at(acme.target, 'acme-life', 'suspended')];

/** Path that a caller asks for → path that a service sees, or the status of an answer without one. */
const paths: readonly (readonly [asked: string, answer: string | number])[] = [
  ['/acme/', '/'],
  ['/acme/assets/app.js', '/assets/app.js'],
  ['/acme/api/quotes', '/api/quotes'],
  ['/acme/api/quotes/17?full=1', '/api/quotes/17?full=1'],
  ['/acme//api///quotes/17', '/api/quotes/17'],
  ['/acme/api/quotes/%2e%2e/claims', '/api/claims'],
  ['/acme/api/quotes/..%2fclaims', '/api/claims'],
  ['/acme/api/x/../../../acme/api/quotes', '/api/quotes'],
  ['/acme', 301],
  ['/acmes', 404],
  ['/acme-lif', 404],
  ['/', 404],
  ['/acme-life', 301],
  ['/acme-life/', 503],
  ['/acme-life/api/quotes', 503],
  ['/acme/../acme-life/api/quotes', 503],
  ['/acme/..%2facme-life/', 503],
];

if (hasNginx) {
  let nginx: Nginx;
  test.before(async () => {
    nginx = await Nginx.start(routes);
  });
  test.after(() => nginx.stop());

  for (const [asked, answer] of paths) {
    test(`${asked} → ${answer}`, async () => {
      nginx.seen.length = 0;
      const { status } = await nginx.get(asked);
      if (typeof answer === 'string')
        assert.equal([status, nginx.seen.map(({ path }) => path)], [200, [answer]]);
      else assert.equal([status, nginx.seen], [answer, []]);
    });
  }

  test('callers say nothing that the edge or the mesh says', async () => {
    nginx.seen.length = 0;
    const lies = {
      Forwarded: 'for=198.51.100.1',
      'X-Envoy-Retry-On': '5xx',
      'X-Forwarded-Client-Cert': 'By=spiffe://cluster.local/ns/t-acme/sa/portal',
      'X-Forwarded-For': '198.51.100.1',
      'X-Http-Method-Override': 'DELETE',
      'X-Tenant-Id': 'another',
    };
    const truth = { Authorization: 'Bearer token', Cookie: 'a=b', 'Content-Type': 'application/json' };
    await nginx.get('/acme/api/quotes', { ...lies, ...truth }, 'POST');
    const [{ headers = {} } = {}] = nginx.seen;
    assert.is(headers['x-tenant-id'], acme.target.tenant.id);
    assert.is(headers.host, `quote-engine.${acme.target.namespace}.svc.cluster.local`);
    assert.is(headers.authorization, truth.Authorization);
    assert.is(headers.cookie, truth.Cookie);
    const said = Object.values(headers).join('\n');
    for (const lie of Object.values(lies)) assert.not.ok(said.includes(lie), lie);
  });

  test('answers say what protects their readers, and nothing of what made them', async () => {
    const { status, headers } = await nginx.get('/acme/');
    assert.is(status, 200);
    assert.is(headers['x-powered-by'], undefined);
    assert.match(String(headers['strict-transport-security']), /^max-age=\d{7,}$/);
    assert.is(headers['content-security-policy'], "frame-ancestors 'none'");
  });

  test('the page comes with what keeps it from being remembered', async () => {
    const { headers, body } = await nginx.get('/acme-life/');
    assert.match(body, /^<!doctype html>[\s\S]*<\/html>\n$/);
    assert.is(headers['content-type'], 'text/html');
    assert.is(headers['cache-control'], 'no-store');
    assert.ok(Number(headers['retry-after']) > 0);
  });
} else skip(test, 'the routes of two tenants', 'nginx is not installed');

test.run();
