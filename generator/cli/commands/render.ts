// `tenantry render`: the tree, written. Shows what changed.
import { relative, resolve, sep } from 'node:path';
import { isClean } from '../../model/diagnostic.ts';
import { type Outcome, render } from '../../pipeline.ts';
import type { Context } from '../context.ts';
import { exit, exitOf } from '../exit.ts';
import type { Selection } from '../selection.ts';
import { summarise, Tally } from '../summary.ts';
import { UsageError } from '../usage.ts';
import { speak, streamFor } from '../voices/speak.ts';
import { watched } from '../watched.ts';

export interface RenderOptions extends Selection {
  /** From the current directory. Default: `rendered/` in the repository. */
  readonly out: string | undefined;
}

/** Writes the tree, tells what changed, and returns the exit code. */
export async function runRender(context: Context, options: RenderOptions): Promise<number> {
  const started = performance.now();
  const tally = new Tally();
  const outcome = await renderWatched(context, options, tally);
  await speak(context, outcome.diagnostics);
  if (!isClean(outcome.diagnostics)) {
    process.stderr.write('Nothing was written.\n');
    return exitOf(outcome.diagnostics);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const told = await summarise(outcome.review);
  streamFor(context).write(`${tally.renderTable(outcome.changes)}Rendered in ${seconds} s.\n${told}`);
  return exit.clean;
}

function renderWatched(
  { root }: Context,
  { out, tenants, clusters }: RenderOptions,
  tally: Tally,
): Promise<Outcome> {
  const request = { root, tenants, clusters, ...(out !== undefined && { out: requireOutside(root, out) }) };
  const onWait = () => process.stderr.write('Another run is writing this tree; waiting for it to end.\n');
  return watched(
    request,
    (watch) => render(request, { ...watch, onWait }),
    (unit) => tally.add(unit),
  );
}

/** What no other tree may be laid into: the sweep would take a cluster of `rendered/` for leftovers. */
const kept = new Set(['clusters', 'platform', 'rendered', 'tenants']);

/** A tree is swept of what is not rendered, so the repository itself, or a folder around it, can be none. */
function requireOutside(root: string, out: string): string {
  const folder = resolve(out);
  if (!relative(folder, root).startsWith('..')) {
    throw new UsageError(`\`--out ${out}\` holds the repository itself. Name a folder of its own.`);
  }
  const inside = relative(root, folder).split(sep);
  if (kept.has(inside[0] ?? '') && inside.join() !== 'rendered') {
    throw new UsageError(`\`--out ${out}\` lies in \`${inside[0]}/\`. Name a folder of its own.`);
  }
  return folder;
}
