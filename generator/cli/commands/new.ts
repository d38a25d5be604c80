// `tenantry new`: a tenant's file, written only when the whole fleet is valid with it.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import tenantSchema from '../../../schemas/tenant.schema.json' with { type: 'json' };
import { isClean } from '../../model/diagnostic.ts';
import type { Fleet } from '../../model/fleet.ts';
import type { Path } from '../../model/source.ts';
import { locate } from '../../yaml/locate.ts';
import { type Answers, flags, type Given, required } from '../answers.ts';
import type { Context } from '../context.ts';
import { Drafts } from '../draft.ts';
import { exit } from '../exit.ts';
import { UsageError } from '../usage.ts';
import { speak, streamFor } from '../voices/speak.ts';

export type NewOptions = Given & {
  /** Write without asking once more. */
  readonly yes: boolean;
};

/** Asks where there is a terminal, writes the file and names the next command. */
export async function runNew(context: Context, { yes, ...given }: NewOptions): Promise<number> {
  const { root } = context;
  if (given.id !== undefined) refuseExisting(root, given.id);
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  if (!isTerminal) refuseGaps(given);
  const drafts = new Drafts(root);
  const answers = await complete(given, drafts, context);
  if (answers === undefined) return exit.wrong;
  refuseExisting(root, answers.id);
  const draft = await drafts.write(answers);
  const diagnostics = await drafts.judge(draft);
  await speak(context, diagnostics, new Map([[draft.file, draft.text]]));
  if (!isClean(diagnostics)) {
    process.stderr.write(`${draft.file} was not written.\n`);
    return exit.wrong;
  }
  const stream = streamFor(context);
  if (isTerminal && !yes) {
    const { askToWrite } = await import('../questions.ts');
    stream.write(`\n${draft.text}\n`);
    if (!(await askToWrite(draft.file))) return exit.clean;
  }
  writeFileSync(join(root, draft.file), draft.text, { flag: 'wx' });
  stream.write(`Wrote ${draft.file}. Next: tenantry render --tenant ${answers.id}\n`);
  return exit.clean;
}

function refuseExisting(root: string, id: string): void {
  const file = `tenants/${id}.yaml`;
  if (existsSync(join(root, file))) throw new UsageError(`${file} exists. Edit it, or choose another id.`);
}

function refuseGaps(given: Given): void {
  const missing = required.filter((field) => given[field] === undefined).map((field) => flags[field]);
  if (missing.length === 0) return;
  throw new UsageError(`There is no terminal to ask on. Add to \`tenantry new\`: ${missing.join(' ')}`);
}

/** Undefined when the fleet as it is leaves nothing to choose from; that has been said. */
async function complete(given: Given, drafts: Drafts, context: Context): Promise<Answers | undefined> {
  const hasGaps = required.some((field) => given[field] === undefined);
  if (!hasGaps) return given as Answers;
  const { fleet, diagnostics } = await drafts.plan();
  if (fleet === undefined) {
    await speak(context, diagnostics);
    return undefined;
  }
  const { ask } = await import('../questions.ts');
  return ask(given, fleet, (field, answers) => judge(field, answers, drafts, fleet, context.root));
}

const paths: Readonly<Record<'host' | 'prefix', Path>> = {
  host: ['routing', 'host'],
  prefix: ['routing', 'prefix'],
};

/** What is still open is filled with examples, and only what is wrong on the answer's own lines counts. */
async function judge(
  field: keyof Answers,
  given: Given,
  drafts: Drafts,
  fleet: Fleet,
  root: string,
): Promise<true | string> {
  const { properties } = tenantSchema;
  const [home = ''] = fleet.clusters.keys();
  const examples = {
    id: properties.id.examples[0],
    displayName: properties.displayName.examples[0],
    tier: properties.tier.examples[0],
    home,
    owner: properties.owner.examples[0],
    costCentre: properties.costCentre.examples[0],
  } as Answers;
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const answers: Answers = { ...examples, ...known };
  if (field === 'id' && existsSync(join(root, `tenants/${answers.id}.yaml`))) return 'This tenant exists.';
  const draft = await drafts.write(answers);
  const place = locate(draft, field === 'host' || field === 'prefix' ? paths[field] : [field], 'key');
  const found = (await drafts.judge(draft)).filter(
    ({ file, line, severity }) => file === place.file && line === place.line && severity === 'error',
  );
  return found.length === 0 || found.map(({ message, hint }) => [message, hint].join(' ')).join(' ');
}
