// The `target.yaml` beside a tenant's layers: what ApplicationSets, and the next run, need to know of it as data.
import { layers } from '../model/layers.ts';
import type { TenantTarget } from '../model/target.ts';
import { tenantFolder } from './compose.ts';

/** Read by `RenderedTarget` and by ApplicationSets, whose steps compare text: so even the ring is text. */
export interface TargetFile {
  readonly path: string;
  readonly document: Readonly<Record<string, string | Readonly<Record<string, boolean>>>>;
}

/** `files` are all that the target renders: a layer is true when one of them lies in its folder. */
export function targetFileOf(target: TenantTarget, files: readonly { readonly path: string }[]): TargetFile {
  const folder = tenantFolder(target);
  const { retainedSince, retainedUntil, heldSince } = target.tenant;
  const hasFiles = (layer: string) => files.some(({ path }) => path.startsWith(`${folder}/${layer}/`));
  return {
    path: `${folder}/target.yaml`,
    document: {
      account: target.cluster.account,
      cluster: target.cluster.name,
      ...databaseOf(target),
      displayName: target.tenant.displayName,
      // What most tenants do not have is left out, and so no file changes for it.
      ...(heldSince !== '' && { heldSince }),
      layers: Object.fromEntries(layers.map((layer) => [layer, hasFiles(layer)])),
      lifecycle: target.tenant.lifecycle,
      region: target.cluster.region,
      ...(retainedSince !== '' && { retainedSince, retainedUntil }),
      ring: String(target.tier.ring),
      tenant: target.tenant.id,
      tier: target.tier.name,
    },
  };
}

/** A home that moves finds a database where there was one: the next run asks for it. */
function databaseOf({ database: { part } }: TenantTarget): { readonly database?: string } {
  if (part.isWriter) return { database: 'writer' };
  return part.isReplica ? { database: 'replica' } : {};
}
