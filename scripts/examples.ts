// Reports of real edits of the example fleet, kept as documentation. `npm run generate` writes them, its `--check` says what
// is stale.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { renderMarkdown } from '../generator/cli/report/markdown.ts';
import { previewAgainst } from '../generator/pipeline.ts';
import type { Report } from '../generator/review/report.ts';
import { copyInputs } from '../generator/testing/inputs.ts';

const folder = 'generator/review/examples';
const root = join(import.meta.dirname, '..');

/** Words that occur once in the file become others; or the file is new. */
type Edit = { readonly file: string } & (
  | { readonly replace: string; readonly by: string }
  | { readonly text: string }
);

/** Path relative to the repository root → text. */
export async function renderExamples(): Promise<Map<string, string>> {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const texts = new Map<string, string>();
  for (const name of names.sort()) {
    const report = await reportOf(name);
    texts.set(`${folder}/${name}/report.md`, renderMarkdown(report, { wholeReport: undefined }));
  }
  return texts;
}

/** What the edits of one example change. */
export async function reportOf(name: string): Promise<Report> {
  const scratch = mkdtempSync(join(tmpdir(), 'tenantry-examples-'));
  try {
    const [before, after] = [join(scratch, 'before'), join(scratch, 'after')];
    copyInputs(before);
    copyInputs(after);
    const edits = load(readFileSync(join(root, folder, name, 'edits.yaml'), 'utf8')) as readonly Edit[];
    for (const edit of edits) apply(after, edit);
    const { plan, review } = await previewAgainst({ root: after }, { root: before }, 'the example fleet');
    if (review === undefined)
      throw new Error(`${name}: ${plan.diagnostics.map(({ message }) => message).join(' ')}`);
    return await review.report();
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function apply(fleet: string, edit: Edit): void {
  const file = join(fleet, edit.file);
  if ('text' in edit) {
    writeFileSync(file, edit.text);
    return;
  }
  const parts = readFileSync(file, 'utf8').split(edit.replace);
  if (parts.length !== 2)
    throw new Error(`\`${edit.replace}\` occurs ${parts.length - 1} times in ${edit.file}`);
  writeFileSync(file, parts.join(edit.by));
}
