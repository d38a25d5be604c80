// One rendered object and where it stands. Knows no kind and no cluster.

import type { Manifest } from '../model/manifest.ts';

/** One object as it stands in a rendered file. */
export interface RenderedObject<Value = Manifest> {
  /** Relative to the repository root: `rendered/prod-use1/tenants/acme/workloads/billing.yaml`. */
  readonly file: string;
  /** Which document of the file, from 0. */
  readonly document: number;
  readonly value: Value;
}

/** `namespace` is empty for cluster-scoped objects. */
export function namespaceOf(object: RenderedObject<{ metadata?: { namespace?: string } }>): string {
  return object.value.metadata?.namespace ?? '';
}

export function nameOf(object: RenderedObject<{ metadata?: { name?: string } }>): string {
  return object.value.metadata?.name ?? '';
}
