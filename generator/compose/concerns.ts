// Finds every concern by listing its folder. A concern's place below `generator/concerns/` is its place in the tree.
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Chart } from 'cdk8s';
import type { ClusterTarget, ResolvedService, TenantTarget } from '../model/target.ts';

/**
 * `concerns/cluster/platform/access/cluster-roles.ts` → `<cluster>/platform/access/cluster-roles.yaml`, and
 * `concerns/cluster/platform/istio-system/Chart.ts` → `<cluster>/platform/istio-system/Chart.yaml`
 */
export type ClusterConcern = (chart: Chart, target: ClusterTarget) => void;
/** `concerns/tenant/foundation/quota.ts` → `<cluster>/tenants/<tenant>/foundation/quota.yaml` */
export type TenantConcern = (chart: Chart, target: TenantTarget) => void;
/** `concerns/service/*.ts` all add to the service's own file: `<cluster>/tenants/<tenant>/workloads/<service>.yaml` */
export type ServiceConcern = (chart: Chart, target: TenantTarget, service: ResolvedService) => void;

export interface Concerns {
  /** By path below the concern's scope, without its ending: `foundation/quota`. */
  readonly cluster: ReadonlyMap<string, ClusterConcern>;
  readonly tenant: ReadonlyMap<string, TenantConcern>;
  readonly service: ReadonlyMap<string, ServiceConcern>;
}

const folder = join(import.meta.dirname, '../concerns');

export type Scope = keyof Concerns;

/** The concerns of these scopes; a scope that is not asked for has none, and costs no start-up. */
export async function loadConcerns(
  scopes: readonly Scope[] = ['cluster', 'tenant', 'service'],
): Promise<Concerns> {
  const load = <Concern>(scope: Scope) =>
    scopes.includes(scope) ? loadScope<Concern>(scope) : Promise.resolve(new Map<string, Concern>());
  const [cluster, tenant, service] = await Promise.all([
    load<ClusterConcern>('cluster'),
    load<TenantConcern>('tenant'),
    load<ServiceConcern>('service'),
  ]);
  return { cluster, tenant, service };
}

/** Each file exports its concern as `compose`. */
async function loadScope<Concern>(scope: Scope): Promise<Map<string, Concern>> {
  const names = readdirSync(join(folder, scope), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -'.ts'.length).replaceAll(sep, '/'))
    .sort();
  const load = (name: string) => import(`../concerns/${scope}/${name}.ts`) as Promise<{ compose: Concern }>;
  const modules = await Promise.all(names.map(load));
  return new Map(names.map((name, index) => [name, (modules[index] as { compose: Concern }).compose]));
}
