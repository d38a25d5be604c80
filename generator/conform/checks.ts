// Finds the checks by listing their folder and runs them. Knows none of them.

import { readdirSync } from 'node:fs';
import { identify, type Manifest } from '../model/manifest.ts';
import type { Check, Cluster } from './cluster.ts';
import type { Unplaced } from './unplaced.ts';

/** The checks by code. A check's file name is its code, and its only export is `check`. */
export async function loadChecks(): Promise<Map<string, Check>> {
  const folder = new URL('./checks/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const checks = new Map<string, Check>();
  for (const name of names.sort()) {
    const module: { check: Check } = await import(new URL(name, folder).href);
    checks.set(name.slice(0, -'.ts'.length), module.check);
  }
  return checks;
}

export function runChecks(checks: ReadonlyMap<string, Check>, cluster: Cluster): Unplaced[] {
  return [...checks].flatMap(([code, check]) =>
    check(cluster).map((finding) => ({
      ...finding,
      code,
      file: finding.object.file,
      document: finding.object.document,
      message: `${identify(finding.object.value as Manifest)}: ${finding.message}`,
    })),
  );
}
