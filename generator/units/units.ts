// A target's part of the tree: its files as text, and the paths that are its alone.

import {
  composeCluster,
  composeTenant,
  projectFile,
  scheduleFile,
  tenantFolder,
} from '../compose/compose.ts';
import type { Concerns } from '../compose/concerns.ts';
import { targetFileOf } from '../compose/target-file.ts';
import type { FileContent } from '../emit/content.ts';
import { emitUnit } from '../emit/emit.ts';
import type { ClusterTarget, TenantTarget } from '../model/target.ts';
import type { Unit } from '../model/tree.ts';

export function clusterUnit(target: ClusterTarget, concerns: Concerns): Unit {
  const files = composeCluster(target, concerns);
  const { name } = target.cluster;
  // Not the whole of `argocd/`: the tenants' projects in it are the tenants' own.
  const own = files.map(({ path }) => path).filter((path) => path.startsWith(`${name}/argocd/`));
  return emitUnit(target.input, [`${name}/bootstrap`, `${name}/platform`, ...own], files);
}

/** A purged tenant's unit has no files: what it claims is removed. */
export function tenantUnit(target: TenantTarget, concerns: Concerns): Unit {
  const composed = composeTenant(target, concerns);
  const files: FileContent[] = [...composed];
  if (composed.length > 0) {
    files.push(targetFileOf(target, composed));
  }
  return emitUnit(target.input, [tenantFolder(target), projectFile(target), scheduleFile(target)], files);
}
