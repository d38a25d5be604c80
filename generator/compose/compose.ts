// Targets in, objects by path out. Pure: what the concerns make depends on the target alone, not on their order.
import { App, Chart } from 'cdk8s';
import type { Manifest } from '../model/manifest.ts';
import { type ClusterTarget, hasWorkloads, type TenantTarget } from '../model/target.ts';
import { type Document, documentOf, manifestsOf } from './add.ts';
import type { Concerns } from './concerns.ts';

/** One rendered file before it is text. `path` is relative to `rendered/`. */
export interface ComposedFile {
  readonly path: string;
  readonly manifests: readonly Manifest[];
  /** What the file is instead of objects. */
  readonly document?: Document;
}

/** Everything a cluster gets that belongs to no tenant. */
export function composeCluster(target: ClusterTarget, concerns: Concerns): ComposedFile[] {
  const app = new App();
  const files = Array.from(concerns.cluster, ([name, compose]) =>
    composeFile(app, `${target.cluster.name}/${name}.yaml`, (chart) => compose(chart, target)),
  );
  return files.filter(hasContent);
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
  return files.filter(hasContent);
}

/** `prod-use1/tenants/acme` */
export function tenantFolder(target: TenantTarget): string {
  return `${target.cluster.name}/tenants/${target.tenant.id}`;
}

/** `prod-use1/argocd/projects/acme.yaml`: beside the tenant's folder, because Argo CD reads its projects there. */
export function projectFile(target: TenantTarget): string {
  return `${target.cluster.name}/argocd/projects/${target.tenant.id}.yaml`;
}

/** `prod-use1/schedules/acme.yaml`: Velero reads them in its own namespace, which the tenant's Applications do not reach. */
export function scheduleFile(target: TenantTarget): string {
  return `${target.cluster.name}/schedules/${target.tenant.id}.yaml`;
}

function pathOfConcern(target: TenantTarget, name: string): string {
  if (name === 'project') return projectFile(target);
  if (name === 'schedules') return scheduleFile(target);
  return `${tenantFolder(target)}/${name}.yaml`;
}

function composeFile(app: App, path: string, compose: (chart: Chart) => void): ComposedFile {
  const chart = new Chart(app, path);
  compose(chart);
  const document = documentOf(chart);
  return { path, manifests: manifestsOf(chart), ...(document && { document }) };
}

function hasContent({ manifests, document }: ComposedFile): boolean {
  return manifests.length > 0 || document !== undefined;
}
