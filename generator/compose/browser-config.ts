// What the portal reads when it starts: this tenant's own services and its own identity provider. Anybody on the internet
// can read it too, so it holds nothing that is secret.
import { browserKeyPrefixOf } from '../model/names.ts';
import type { TenantTarget } from '../model/target.ts';
import { originOf } from './origin.ts';

/** Below the portal's address; the identity provider sends users back to no others. */
const pages = { login: '/login/callback', logout: '/' } as const;

/** JSON; the portal is a public client: it proves nothing but its redirect addresses (RFC 9700, section 2.1). */
export function renderBrowserConfig(target: TenantTarget): string {
  const { id, displayName, locale, timeZone, routing, identity } = target.tenant;
  const origin = originOf(target);
  const config = {
    tenant: id,
    displayName,
    locale,
    timeZone,
    origin,
    // The same files serve every tenant: they load each other from here.
    basePath: `${routing.prefix}/`,
    // Tenants with a path on one host share what the browser stores for it.
    storagePrefix: browserKeyPrefixOf(id),
    services: servicesOf(target, origin),
    identity: {
      issuer: identity.issuer,
      clientId: identity.clientId,
      audiences: identity.audiences,
      // What OpenID Connect Core 1.0 asks for, section 3.1.2.1, and a name to greet with.
      scope: 'openid profile email',
      redirectUri: `${origin}${pages.login}`,
      postLogoutRedirectUri: `${origin}${pages.logout}`,
    },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** Addresses of what the edge sends on to a service; the portal itself has the rest. */
function servicesOf(target: TenantTarget, origin: string): Record<string, string> {
  const entries = target.services.flatMap((service) =>
    service.kind === 'http' && service.exposed !== undefined && service.exposed.path !== '/'
      ? [[service.name, `${origin}${service.exposed.path}`]]
      : [],
  );
  return Object.fromEntries(entries);
}
