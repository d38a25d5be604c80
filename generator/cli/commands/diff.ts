// `tenantry diff`: what the inputs as they are would change, against what was committed or a revision. Writes nothing to the tree.
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { preview } from '../../pipeline.ts';
import type { Plan } from '../../plan.ts';
import type { Report } from '../../review/report.ts';
import type { Context, ReportFormat } from '../context.ts';
import { exit } from '../exit.ts';
import type { Selection } from '../selection.ts';
import { paintFor } from '../terminal/paint.ts';
import { UsageError } from '../usage.ts';
import { renderJson } from '../voices/json.ts';
import { speak } from '../voices/speak.ts';
import { watched } from '../watched.ts';

export interface ReportContext extends Pick<Context, 'root'> {
  readonly format: ReportFormat;
}

export interface DiffOptions extends Selection {
  /** A git revision. Default: what was committed last. */
  readonly base: string | undefined;
  /** A file to write the whole report to, as a page. */
  readonly html: string | undefined;
  /** A file to write the report to as the comment of a pull request. */
  readonly markdown: string | undefined;
  /** Where readers of a shortened report find the whole one. */
  readonly whole: string | undefined;
}

/** Shows the report and returns the exit code: 0 whatever the change does, because this only tells. */
export async function runDiff(context: ReportContext, options: DiffOptions): Promise<number> {
  for (const file of [options.html, options.markdown]) {
    if (file !== undefined) requireFolder(file);
  }
  const { base, tenants, clusters } = options;
  const request = { root: context.root, tenants, clusters, ...(base !== undefined && { base }) };
  const { plan, review } = await watched(request, (watch) => preview(request, watch));
  if (review === undefined) return refuse(context, plan);
  const report = await review.report();
  for (const format of ['html', 'markdown'] as const) {
    const file = options[format];
    if (file !== undefined) writeFileSync(file, await renderAs(format, report, options.whole));
  }
  await showReport(context, report, options.whole);
  return exit.clean;
}

/** Said before the run and not after it. */
function requireFolder(file: string): void {
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder} to write \`${file}\` to.`);
}

/** The inputs have mistakes: these are told, in a voice that tells them. */
export async function refuse(
  { root, format }: ReportContext,
  { diagnostics }: Plan,
  texts?: ReadonlyMap<string, string>,
): Promise<number> {
  const voice = format === 'json' || format === 'github' ? format : 'text';
  await speak({ root, format: voice }, diagnostics, texts);
  return exit.wrong;
}

export async function showReport({ format }: ReportContext, report: Report, whole?: string): Promise<void> {
  process.stdout.write(await renderAs(format, report, whole));
}

async function renderAs(format: ReportFormat, report: Report, whole: string | undefined): Promise<string> {
  switch (format) {
    case 'markdown':
      return (await import('../report/markdown.ts')).renderMarkdown(report, { wholeReport: whole });
    case 'html':
      return (await import('../report/html.ts')).renderHtml(report);
    case 'json':
      return renderJson((await import('../report/json.ts')).jsonOf(report));
    case 'github': {
      const [{ annotationsOf }, { renderGithub }] = await Promise.all([
        import('../report/annotations.ts'),
        import('../voices/github.ts'),
      ]);
      return renderGithub(annotationsOf(report));
    }
    case 'text':
      return (await import('../report/text.ts')).renderReport(report, paintFor(process.stdout));
  }
}
