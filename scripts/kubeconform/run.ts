// Runs kubeconform over a rendered tree with our schemas and hands back what it has against it. Refuses to judge: a
// second opinion is worth something only when it is another's.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseObjects } from '../../generator/conform/parse.ts';
import type { KindName } from '../../generator/conform/schemas/kinds.ts';
import { layout, writeSchemas } from './schemas.ts';

export interface Verdict {
  readonly valid: number;
  /** `file: Kind name: what is wrong`, sorted. */
  readonly faults: readonly string[];
}

interface Output {
  readonly resources?: readonly Resource[];
  readonly summary: { readonly valid: number };
}

interface Resource {
  readonly filename: string;
  readonly kind: string;
  readonly name: string;
  readonly msg: string;
}

// What `generator/conform` takes for no objects either: the data of the ApplicationSets, and charts' own files.
const data = '(tenants/[^/]+/target|platform/[^/]+/(Chart|values))\\.yaml$';

/** Throws when kubeconform itself breaks or answers in a way we do not know. */
export function runKubeconform(binary: string, tree: string): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'kubeconform-'));
  try {
    writeSchemas(folder, listKinds(tree));
    const flags = ['-strict', '-summary', '-output', 'json', '-n', '2', '-ignore-filename-pattern', data];
    const run = spawnSync(binary, [...flags, '-schema-location', join(folder, layout), tree], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    if (run.error !== undefined) throw run.error;
    if (run.status !== 0 && run.status !== 1)
      throw new Error(`kubeconform ended with ${run.status}: ${run.stderr}`);
    return readOutput(JSON.parse(run.stdout), tree);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readOutput({ resources = [], summary }: Output, tree: string): Verdict {
  const faults = resources.map(
    ({ filename, kind, name, msg }) => `${relative(tree, filename)}: ${kind} ${name}: ${msg}`,
  );
  return { valid: summary.valid, faults: faults.sort() };
}

function listKinds(tree: string): Set<KindName> {
  const kinds = new Set<KindName>();
  for (const entry of readdirSync(tree, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(ya?ml|json)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    for (const { value } of parseObjects(file, readFileSync(file, 'utf8')).objects) {
      kinds.add(`${value.apiVersion} ${value.kind}`);
    }
  }
  return kinds;
}
