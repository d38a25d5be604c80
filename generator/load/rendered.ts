// What the rendered tree says about the last run: which tenant stood on which cluster, in which state.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RenderedTarget } from '../model/fleet.ts';
import { lifecycles } from '../model/placement.ts';
import { parseYaml } from '../yaml/yaml.ts';

type State = Omit<RenderedTarget, 'cluster' | 'tenant'>;

/**
 * Sorted by cluster, then tenant. A tenant whose `target.yaml` is missing or damaged counts as active: what cannot be
 * read must not be easier to remove. So does one of which only the AppProject is left.
 * @param root absolute path of `rendered/`; may be absent
 * @param wanted the only tenants to look for; all when absent
 */
export function readRendered(root: string, wanted?: readonly string[]): RenderedTarget[] {
  return list(root, 'folder').flatMap((cluster) => {
    const tenants = wanted?.filter((tenant) => isRendered(root, cluster, tenant)) ?? tenantsOn(root, cluster);
    return tenants.map((tenant) => {
      const file = join(root, cluster, 'tenants', tenant, 'target.yaml');
      return { cluster, tenant, ...readState(file) };
    });
  });
}

function isRendered(root: string, cluster: string, tenant: string): boolean {
  const traces = [`tenants/${tenant}`, `argocd/projects/${tenant}.yaml`];
  return traces.some((trace) => existsSync(join(root, cluster, trace)));
}

function tenantsOn(root: string, cluster: string): string[] {
  const folders = list(join(root, cluster, 'tenants'), 'folder');
  const projects = list(join(root, cluster, 'argocd/projects'), 'file').map((name) =>
    basename(name, '.yaml'),
  );
  return [...new Set([...folders, ...projects])].sort();
}

/** Names in a folder, sorted; none when there is no folder. */
function list(folder: string, kind: 'file' | 'folder'): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter(
        (entry) => (kind === 'file' ? entry.isFile() : entry.isDirectory()) && !entry.name.startsWith('.'),
      )
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

function readState(file: string): State {
  try {
    return parseState(file, readFileSync(file, 'utf8'));
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
    return parseState(file, '');
  }
}

/** A purged tenant has no `target.yaml`: one that says so was written by hand. */
const renderedLifecycles = lifecycles.filter(
  (lifecycle): lifecycle is State['lifecycle'] => lifecycle !== 'purged',
);

/** The state that a `target.yaml` tells; that of an active tenant where it does not. */
export function parseState(file: string, text: string): State {
  const parsed = parseYaml(file, text);
  const fields = (('value' in parsed ? parsed.value : null) ?? {}) as Readonly<Record<string, unknown>>;
  const read = (key: string) => (typeof fields[key] === 'string' ? fields[key] : '');
  return {
    lifecycle: renderedLifecycles.find((known) => known === fields.lifecycle) ?? 'active',
    displayName: read('displayName'),
    account: read('account'),
    region: read('region'),
    database: read('database'),
    retainedSince: read('retainedSince'),
    retainedUntil: read('retainedUntil'),
    heldSince: read('heldSince'),
  };
}
