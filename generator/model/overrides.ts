// The places of a tenant's file that override its tier: the file itself, and each cluster's section.
import type { QuotaOverride, ServiceOverrides, Tenant } from './generated/inputs.ts';
import type { Path } from './source.ts';

export interface Override {
  /** `undefined`: on every cluster. */
  readonly cluster: string | undefined;
  /** Where it stands in the file. */
  readonly path: Path;
  readonly quota: QuotaOverride;
  readonly services: ServiceOverrides;
}

/** The file's own overrides first, then those of each cluster in the file's order. */
export function overridesOf(tenant: Tenant): Override[] {
  const { quota, services, clusterOverrides = {} } = tenant;
  const sections = Object.entries(clusterOverrides).map(([cluster, section]) => ({
    cluster,
    path: ['clusterOverrides', cluster],
    quota: section.quota ?? {},
    services: section.services ?? {},
  }));
  if (quota === undefined && services === undefined) return sections;
  return [{ cluster: undefined, path: [], quota: quota ?? {}, services: services ?? {} }, ...sections];
}
