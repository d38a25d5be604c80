// Where a tenant is on the web. Knows nothing of who answers there.
import type { TenantTarget } from '../model/target.ts';

/** `https://portal.acme.example`, or the shared host and the tenant's prefix. */
export function originOf({ tenant: { routing } }: Pick<TenantTarget, 'tenant'>): string {
  return `https://${routing.host}${routing.prefix}`;
}
