// `tenantry what-if`: what an edit of a tenant's file would change, before it is made. Writes nothing.
import { existsSync, readFileSync } from 'node:fs';
import type { Source, Yaml } from '../../model/source.ts';
import { previewAgainst } from '../../pipeline.ts';
import { plan } from '../../plan.ts';
import { validateShape } from '../../validate/shape.ts';
import { parseYaml } from '../../yaml/yaml.ts';
import { editText, settingsOf } from '../edit.ts';
import { exit } from '../exit.ts';
import { requireKnown } from '../selection.ts';
import type { Setting } from '../splice.ts';
import { UsageError } from '../usage.ts';
import { type ReportContext, refuse, showReport } from './diff.ts';

export interface WhatIfOptions {
  readonly tenant: string;
  /** `quota.cpu=128`, `services.quote-engine.replicas.max=30`; an empty value takes the setting away. */
  readonly settings: readonly string[];
  /** A YAML mapping that is laid over the tenant's file. */
  readonly file: string | undefined;
}

export async function runWhatIf(context: ReportContext, options: WhatIfOptions): Promise<number> {
  const { tenant } = options;
  const { fleet, diagnostics } = await plan({ root: context.root });
  if (fleet === undefined) return refuse(context, { fleet, diagnostics, clusters: [], tenants: [] });
  requireKnown('tenant', tenant, fleet.tenants.keys());
  const source = fleet.tenants.get(tenant);
  if (source === undefined) return exit.wrong;
  const draft = draftOf(source, readSettings(source, options));
  const request = { root: context.root, tenants: [tenant] };
  const edited = { ...request, drafts: [draft] };
  const { plan: planned, review } = await previewAgainst(edited, request, 'the inputs as they are');
  if (review === undefined) return refuse(context, planned, new Map([[draft.file, draft.text]]));
  await showReport(context, await review.report());
  return exit.clean;
}

function readSettings(source: Source<unknown>, { settings, file }: WhatIfOptions): Setting[] {
  if (settings.length === 0 && file === undefined) {
    throw new UsageError('Say what to change: `quota.cpu=128`, or `--file patch.yaml`.');
  }
  const patch = file === undefined ? [] : settingsOf(parsePatch(file));
  return [...patch, ...settings.map((text) => parseSetting(source, text))];
}

function parsePatch(file: string): Yaml {
  if (!existsSync(file)) throw new UsageError(`There is no \`${file}\`.`);
  const parsed = parseYaml(file, readFileSync(file, 'utf8'));
  if ('value' in parsed && typeof parsed.value === 'object' && !Array.isArray(parsed.value))
    return parsed.value;
  const [first] = 'diagnostics' in parsed ? parsed.diagnostics : [];
  const why = first === undefined ? 'it holds no mapping' : `line ${first.line}: ${first.message}`;
  throw new UsageError(`\`${file}\` cannot be laid over a tenant: ${why}`);
}

function parseSetting(source: Source<unknown>, text: string): Setting {
  const at = text.indexOf('=');
  if (at < 1)
    throw new UsageError(`\`${text}\` is no setting. Write \`path=value\`, for example \`quota.cpu=128\`.`);
  const path = text.slice(0, at).split('.');
  const written = text.slice(at + 1);
  if (written === '') return { path, value: undefined };
  const parsed = parseYaml('value', written);
  const value = 'value' in parsed ? parsed.value : written;
  return { path, value: isTextThere(source, { path, value }) ? written : value };
}

/** `quota.cpu=128` means the text `128`, because the schema wants text there. */
function isTextThere(source: Source<unknown>, setting: Setting): boolean {
  if (typeof setting.value === 'string' || typeof setting.value === 'object') return false;
  const parsed = parseYaml(source.file, apply(source, [setting]));
  if (!('value' in parsed)) return false;
  const mistakes = validateShape('tenant', {
    ...source,
    text: apply(source, [setting]),
    value: parsed.value,
  });
  return mistakes.some(({ code }) => code === 'wrong-type');
}

function draftOf(source: Source<unknown>, settings: readonly Setting[]): Source {
  const text = apply(source, settings);
  const parsed = parseYaml(source.file, text);
  if ('value' in parsed) return { file: source.file, text, value: parsed.value };
  throw new UsageError(`The edit makes no valid YAML: ${parsed.diagnostics[0]?.message}`);
}

function apply(source: Source<unknown>, settings: readonly Setting[]): string {
  try {
    return editText(source.text, settings);
  } catch {
    const paths = settings.map(({ path }) => `\`${path.join('.')}\``).join(', ');
    throw new UsageError(`Nothing can be written at ${paths}: a setting on the way there is no mapping.`);
  }
}
