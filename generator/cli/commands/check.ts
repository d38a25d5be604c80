// `tenantry check`: is the committed tree what the inputs make, and would a cluster accept it? Writes nothing.
import { compareDiagnostics, isClean } from '../../model/diagnostic.ts';
import { check, type Outcome } from '../../pipeline.ts';
import type { Context } from '../context.ts';
import { Differences } from '../differences.ts';
import { exit, exitOf } from '../exit.ts';
import { Judge } from '../judge.ts';
import type { Selection } from '../selection.ts';
import { summarise } from '../summary.ts';
import { countOf } from '../terminal/count.ts';
import { paintFor } from '../terminal/paint.ts';
import { speak, streamFor } from '../voices/speak.ts';
import { watched } from '../watched.ts';

export interface CheckOptions extends Selection {
  /** Show every diff. */
  readonly all: boolean;
  /** A git revision whose tenants may not be gone. */
  readonly base: string | undefined;
}

const fewFiles = 10;

/** Tells what is stale and what is invalid, and returns the exit code. */
export async function runCheck(context: Context, { all, base, ...selection }: CheckOptions): Promise<number> {
  const differences = new Differences(all ? Number.POSITIVE_INFINITY : fewFiles);
  const request = { root: context.root, ...selection, ...(base !== undefined && { base }) };
  const judge = await Judge.load(selection);
  const outcome = await watched(
    request,
    (watch) =>
      check(request, {
        ...watch,
        onDifference: (change, before, after) => differences.add({ change, before, after }),
      }),
    (unit) => judge.add(unit),
  );
  const { changes } = outcome;
  const invalid = isClean(outcome.diagnostics) ? await judge.finish(outcome.plan) : [];
  const stale = context.format === 'text' ? [] : differences.diagnose(changes);
  const diagnostics = [...outcome.diagnostics, ...invalid, ...stale].sort(compareDiagnostics);
  const isStale = changes.length > 0;
  if (isStale) await showDifferences(context, outcome, differences);
  await speak(context, diagnostics, judge.texts);
  if (isStale || !isClean(diagnostics)) return isStale ? exit.wrong : exitOf(diagnostics);
  streamFor(context).write(
    `${countOf(judge.files, 'file')} on ${countOf(judge.clusters.size, 'cluster')}: rendered/ is what the inputs make, and every object is valid.\n${await summarise(outcome.review)}`,
  );
  return exit.clean;
}

async function showDifferences(
  context: Context,
  { changes }: Outcome,
  differences: Differences,
): Promise<void> {
  const { renderPatch } = await import('../patch.ts');
  const stream = streamFor(context);
  const paint = paintFor(stream);
  for (const difference of differences.shown) stream.write(renderPatch(difference, paint));
  if (differences.hidden > 0) {
    stream.write(`… and ${countOf(differences.hidden, 'more file')}; \`--all\` shows every one.\n`);
  }
  stream.write(
    `${countOf(changes.length, 'stale file')}. Run \`npm run render\` and commit what it changes.\n`,
  );
}
