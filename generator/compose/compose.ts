// Targets in, objects by path out. Pure: what the concerns make depends on the target alone, not on their order.
import { App, Chart } from 'cdk8s';
import type { Manifest } from '../model/manifest.ts';
import { type ClusterTarget, hasWorkloads, type TenantTarget } from '../model/target.ts';
import { manifestsOf } from './add.ts';
import type { Concerns } from './concerns.ts';

/** One rendered file before it is text. `path` is relative to `rendered/`. */
export interface ComposedFile {
  readonly path: string;
  readonly manifests: readonly Manifest[];
}

/** Everything a cluster gets that belongs to no tenant. */
export function composeCluster(target: ClusterTarget, concerns: Concerns): ComposedFile[] {
  const app = new App();
  const files = Array.from(concerns.cluster, ([name, compose]) =>
    composeFile(app, `${target.cluster.name}/${name}.yaml`, (chart) => compose(chart, target)),
  );
  return files.filter(({ manifests }) => manifests.length > 0);
}

/** Everything a tenant gets on one cluster; nothing once it is purged, no workloads once it is retained. */
export function composeTenant(target: TenantTarget, concerns: Concerns): ComposedFile[] {
  if (target.tenant.lifecycle === 'purged') return [];
  const app = new App();
  const files = Array.from(concerns.tenant, ([name, compose]) =>
    composeFile(app, pathOfConcern(target, name), (chart) => compose(chart, target)),
  );
  for (const service of hasWorkloads(target) ? target.services : []) {
    const path = `${tenantFolder(target)}/workloads/${service.name}.yaml`;
    files.push(
      composeFile(app, path, (chart) => {
        for (const compose of concerns.service.values()) compose(chart, target, service);
      }),
    );
  }
  return files.filter(({ manifests }) => manifests.length > 0);
}

/** `prod-use1/tenants/acme` */
export function tenantFolder(target: TenantTarget): string {
  return `${target.cluster.name}/tenants/${target.tenant.id}`;
}

/** `prod-use1/argocd/projects/acme.yaml`: beside the tenant's folder, because Argo CD reads its projects there. */
export function projectFile(target: TenantTarget): string {
  return `${target.cluster.name}/argocd/projects/${target.tenant.id}.yaml`;
}

function pathOfConcern(target: TenantTarget, name: string): string {
  return name === 'project' ? projectFile(target) : `${tenantFolder(target)}/${name}.yaml`;
}

function composeFile(app: App, path: string, compose: (chart: Chart) => void): ComposedFile {
  const chart = new Chart(app, path);
  compose(chart);
  return { path, manifests: manifestsOf(chart) };
}
