// `tenantry suspend`, `resume`, `offboard`, `retier` and `failover`: one step of a tenant's life, shown before it is written.
// Writes inputs alone: what they make is rendered, read and merged by a person.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Source } from '../../model/source.ts';
import { previewAgainst } from '../../pipeline.ts';
import { plan } from '../../plan.ts';
import type { Report } from '../../review/report.ts';
import { parseYaml } from '../../yaml/yaml.ts';
import { editText } from '../edit.ts';
import { exit } from '../exit.ts';
import type { Move, Subject } from '../moves/move.ts';
import { requireKnown } from '../selection.ts';
import { countOf } from '../terminal/count.ts';
import { visible } from '../terminal/visible.ts';
import { UsageError } from '../usage.ts';
import { type ReportContext, refuse, showReport } from './diff.ts';

export interface MoveOptions {
  readonly tenant: string;
  readonly cluster: string | undefined;
  /** Write without asking. */
  readonly yes: boolean;
  /** Only show. */
  readonly dryRun: boolean;
}

/** Shows what the move would change, asks where there is somebody to ask, and writes the inputs. */
export async function runMove(
  context: ReportContext,
  options: MoveOptions,
  decide: (subject: Subject) => Move,
): Promise<number> {
  const { tenant, cluster } = options;
  const { fleet, diagnostics } = await plan({ root: context.root });
  if (fleet === undefined) return refuse(context, { fleet, diagnostics, clusters: [], tenants: [] });
  requireKnown('tenant', tenant, fleet.tenants.keys());
  const source = fleet.tenants.get(tenant);
  if (source === undefined) return exit.wrong;
  if (cluster !== undefined) requirePlaced(source, cluster);
  const move = decide({ fleet, source, cluster });
  const drafts = draftsOf(source, move);
  const request = { root: context.root, tenants: [tenant] };
  const edited = { ...request, drafts };
  const { plan: planned, review } = await previewAgainst(edited, request, 'the inputs as they are');
  const texts = new Map(drafts.map(({ file, text }) => [file, text]));
  if (review === undefined) {
    const code = await refuse(context, planned, texts);
    process.stderr.write('Nothing was written.\n');
    return code;
  }
  const report = await review.report();
  await showReport(context, report);
  say(context, explain(move, tenant, drafts, report));
  return finish(context, options, source, drafts);
}

function requirePlaced({ value }: Subject['source'], cluster: string): void {
  const placement = value.clusters ?? [value.home];
  if (placement.includes(cluster)) return;
  requireKnown(`cluster of \`${value.id}\` called`, cluster, placement);
}

/** The tenant's file as it would be, and what is new beside it. */
function draftsOf(source: Subject['source'], { settings, files = new Map() }: Move): Source[] {
  const texts = new Map([[source.file, editText(source.text, settings)], ...files]);
  return Array.from(texts, ([file, text]) => {
    const parsed = parseYaml(file, text);
    if (!('value' in parsed)) throw new Error(`The edit made text that is not YAML:\n${text}`);
    return { file, text, value: parsed.value };
  });
}

/** A machine that reads stdout finds the report alone there. */
function say({ format }: ReportContext, text: string): void {
  (format === 'text' ? process.stdout : process.stderr).write(visibleLines(text));
}

function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

function explain(move: Move, tenant: string, drafts: readonly Source[], report: Report): string {
  const refused = report.entries.filter(({ isRefused }) => isRefused).length;
  const renders = `\`tenantry render --tenant ${tenant}\`${refused === 0 ? '.' : ` refuses ${countOf(refused, 'change')} of it until somebody answers for each: see \`platform/approvals/README.md\`.`}`;
  const files = drafts.map(({ file }) => `\`${file}\``).join(', ');
  const steps = move.plan ?? [renders, `Commit ${files} and what changed in \`rendered/\`, and merge it.`];
  const numbered = steps.map((step, index) => `  ${index + 1}. ${step}\n`).join('');
  const after = move.after.map((sentence) => `${sentence}\n`).join('');
  return `\n${move.step}\n\nTo be done, in this order:\n${numbered}${after === '' ? '' : `\nThen:\n${after}`}\n`;
}

async function finish(
  context: ReportContext,
  { yes, dryRun }: MoveOptions,
  source: Source<unknown>,
  drafts: readonly Source[],
): Promise<number> {
  const names = drafts.map(({ file }) => file).join(' and ');
  if (dryRun) return exit.clean;
  if (!yes) {
    if (!(process.stdin.isTTY && process.stdout.isTTY)) {
      throw new UsageError(
        `Nothing was written: there is no terminal to ask on. Add \`--yes\` to write ${names}.`,
      );
    }
    const { askToWrite } = await import('../questions.ts');
    if (!(await askToWrite(names))) return exit.clean;
  }
  write(context.root, source, drafts);
  say(context, `Wrote ${names}.\n`);
  return exit.clean;
}

/** What was shown is what is written: a file that somebody edited meanwhile is left alone. */
function write(root: string, source: Source<unknown>, drafts: readonly Source[]): void {
  if (readFileSync(join(root, source.file), 'utf8') !== source.text) {
    throw new UsageError(
      `Nothing was written: ${source.file} was edited meanwhile. Look at it, and try again.`,
    );
  }
  // What is new comes first: without its tombstone no tenant is purged.
  for (const { file, text } of drafts.toReversed()) {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: file === source.file ? 'w' : 'wx' });
  }
}
