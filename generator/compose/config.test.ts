// What browsers keep of a tenant: tenants with a path on one host are one origin there, and neither reads, overwrites nor is sent
// what is another's by mistake. A page of one that means harm can: CONTRIBUTING.md says so.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeExample } from '../concerns/testing/example.ts';
import type { TenantTarget } from '../model/target.ts';
import { configOf } from './config.ts';

const test = suite('settings of services');
const tenants = (await composeExample()).flatMap(({ tenants: all }) => all.map(({ target }) => target));

/** What each of its services is told, by the service. */
function settingsOf(target: TenantTarget, runtime: string): Record<string, string>[] {
  return target.services
    .filter((service) => service.kind === 'http' && service.runtime === runtime)
    .map((service) => configOf(target, service));
}

/** Whether a browser sends a cookie of this path with a request for that one (RFC 6265, section 5.1.4). */
function pathMatches(cookie: string, request: string): boolean {
  return (
    request === cookie ||
    (request.startsWith(cookie) && (cookie.endsWith('/') || request[cookie.length] === '/'))
  );
}

test('sessions are named after the tenant, stay below its prefix and never go without TLS', () => {
  for (const target of tenants) {
    const { id, routing } = target.tenant;
    const all = settingsOf(target, 'laravel');
    assert.ok(all.length > 1, id);
    for (const settings of all) {
      assert.is(settings.SESSION_COOKIE, `${id}-session`);
      assert.is(settings.SESSION_PATH, routing.mode === 'path' ? `${routing.prefix}/` : '/');
      assert.is(settings.SESSION_SECURE_COOKIE, 'true');
      assert.is(settings.SESSION_DOMAIN, undefined);
    }
  }
});

test('no service but those with a session is told of one', () => {
  for (const target of tenants) {
    for (const service of target.services.filter(
      ({ kind, runtime }) => kind !== 'http' || runtime !== 'laravel',
    )) {
      const names = Object.keys(configOf(target, service)).filter((name) => name.startsWith('SESSION_'));
      assert.equal(names, [], service.name);
    }
  }
});

test('the session of one tenant is sent to no other on the same host', () => {
  const sharing = tenants.filter(({ tenant }) => tenant.routing.mode === 'path');
  let pairs = 0;
  for (const one of sharing) {
    const path = settingsOf(one, 'laravel')[0]?.SESSION_PATH ?? '/';
    assert.ok(pathMatches(path, `${one.tenant.routing.prefix}/api/claims`));
    for (const { tenant } of sharing) {
      if (tenant.routing.host !== one.tenant.routing.host || tenant.id === one.tenant.id) continue;
      pairs += 1;
      assert.not(
        pathMatches(path, `${tenant.routing.prefix}/api/claims`),
        `${one.tenant.id} at ${tenant.id}`,
      );
    }
  }
  assert.ok(pairs > 0);
  assert.ok(pathMatches('/', '/lakeshore/api/claims'));
  assert.not(pathMatches('/blue/', '/blueridge/'));
});

test('what the portal stores begins with the tenant', () => {
  for (const target of tenants) {
    const prefixes = settingsOf(target, 'static').map(
      (files) => JSON.parse(files['config.json'] ?? '').storagePrefix,
    );
    assert.equal([...new Set(prefixes)], [`${target.tenant.id}:`]);
  }
});

test.run();
