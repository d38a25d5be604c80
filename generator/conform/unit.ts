// What one target rendered, read back: its objects, and what is no object. Knows where tenants' files lie; judges nothing.

import { chartFile, judgeCharts } from './charts.ts';
import type { RenderedObject } from './object.ts';
import { parseObjects } from './parse.ts';
import type { Unplaced } from './unplaced.ts';

// Data for the ApplicationSets' generators, not a manifest; every other YAML or JSON file holds objects.
const data = /^[^/]+\/tenants\/[^/]+\/target\.yaml$/;
const manifest = /\.(ya?ml|json)$/;

/** The objects of one cluster's own, or of one tenant on one cluster. */
export interface RenderedUnit {
  /** Empty when there is no file. */
  readonly cluster: string;
  readonly isTenant: boolean;
  readonly objects: readonly RenderedObject[];
  readonly faults: readonly Unplaced[];
  /** By path relative to the repository. */
  readonly texts: ReadonlyMap<string, string>;
}

/** `prod-use1/tenants/acme`, for every file below it. */
export function tenantFolderOf(path: string): string | undefined {
  return /^[^/]+\/tenants\/[^/]+(?=\/)/.exec(path)?.[0];
}

/** Paths are relative to `rendered/`. */
export function readUnit(files: Iterable<readonly [path: string, text: string]>): RenderedUnit {
  const paths: string[] = [];
  const objects: RenderedObject[] = [];
  const faults: Unplaced[] = [];
  const texts = new Map<string, string>();
  for (const [path, text] of files) {
    paths.push(path);
    if (data.test(path) || !manifest.test(path)) continue;
    const file = `rendered/${path}`;
    texts.set(file, text);
    if (chartFile.test(path)) continue;
    const parsed = parseObjects(file, text);
    objects.push(...parsed.objects);
    faults.push(...parsed.faults.map((fault) => ({ ...fault, file })));
  }
  faults.push(...judgeCharts(texts));
  const [first = ''] = paths;
  const isTenant = paths.some((path) => tenantFolderOf(path) !== undefined);
  return { cluster: first.slice(0, first.indexOf('/')), isTenant, objects, faults, texts };
}
