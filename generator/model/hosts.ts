// Which host names tenants use and own, and when one name lies inside another. Knows nothing of who may have them.
import type { Fleet } from './fleet.ts';
import type { Path, Source } from './source.ts';

export interface HostClaim {
  readonly host: string;
  readonly tenant: string;
  readonly source: Source<unknown>;
  readonly path: Path;
}

/** The names that are the platform's own: its domain and the shared hosts. */
export function platformZones({ platform }: Fleet): readonly string[] {
  const { platform: domain, shared } = platform.value.domains;
  return [domain, shared.production, shared.staging];
}

/** Every name in `platform/domains.yaml`. */
export function* verifiedHosts(fleet: Fleet): Iterable<HostClaim> {
  for (const [tenant, hosts] of Object.entries(fleet.domains.value)) {
    for (const [index, host] of hosts.entries()) {
      yield { host, tenant, source: fleet.domains, path: [tenant, index] };
    }
  }
}

/** Every name in `platform/domains.yaml`, then every tenant's own host. */
export function* hostsOf(fleet: Fleet): Iterable<HostClaim> {
  yield* verifiedHosts(fleet);
  for (const source of fleet.tenants.values()) {
    const host = source.value.routing?.host;
    if (host === undefined) continue;
    yield { host, tenant: source.value.id, source, path: ['routing', 'host'] };
  }
}

/** `portal.acme.example` and `acme.example` are within `acme.example`; `notacme.example` is not. */
export function isWithin(host: string, zone: string): boolean {
  return host === zone || host.endsWith(`.${zone}`);
}

/** The name itself and every name above it, nearest first: `a.b.example` → `a.b.example`, `b.example`, `example`. */
export function zonesOf(host: string): string[] {
  const labels = host.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}
