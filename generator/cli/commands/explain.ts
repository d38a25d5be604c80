// `tenantry explain`: every value a tenant ends up with on a cluster, and the place that decided it.
import { isClean } from '../../model/diagnostic.ts';
import { placementOf } from '../../model/placement.ts';
import { list, suggest } from '../../model/words.ts';
import { type Plan, plan } from '../../plan.ts';
import { resolveTenant } from '../../resolve/resolve.ts';
import type { Origin } from '../../resolve/settings.ts';
import type { Context } from '../context.ts';
import { exit } from '../exit.ts';
import { type Explanation, explain } from '../explanation.ts';
import { requireKnown } from '../selection.ts';
import { countOf } from '../terminal/count.ts';
import { renderTable } from '../terminal/table.ts';
import { clip } from '../terminal/visible.ts';
import { UsageError } from '../usage.ts';
import { renderJson } from '../voices/json.ts';
import { speak } from '../voices/speak.ts';

export interface ExplainOptions {
  readonly tenant: string;
  /** A setting, or what several begin with: `quota`, `services.quote-engine`. */
  readonly path: string | undefined;
  /** Default: the tenant's home. */
  readonly cluster: string | undefined;
}

/** An image's digest fits. */
const columnsOfValue = 72;

/** Shows settings, values and places, also when a rule finds mistakes: this is where one looks for them. */
export async function runExplain(context: Context, options: ExplainOptions): Promise<number> {
  const planned = await plan({ root: context.root });
  const found = resolveTraced(planned, options);
  if (found === undefined) {
    await speak(context, planned.diagnostics);
    return exit.wrong;
  }
  const { origins, cluster } = found;
  const explanations = within(explain(origins), options.path, `${options.tenant}\` on \`${cluster}`);
  process.stdout.write(context.format === 'json' ? renderJson(explanations) : renderRows(explanations));
  if (isClean(planned.diagnostics)) return exit.clean;
  const mistakes = countOf(planned.diagnostics.length, 'mistake');
  process.stderr.write(`The inputs have ${mistakes}: \`tenantry validate\` shows what to change.\n`);
  return exit.wrong;
}

/** Undefined where mistakes leave nothing to resolve. */
function resolveTraced(
  { fleet, diagnostics }: Plan,
  { tenant, cluster }: ExplainOptions,
): { origins: readonly Origin[]; cluster: string } | undefined {
  const source = fleet?.tenants.get(tenant);
  if (fleet === undefined || (source === undefined && hasMistakes(tenant, diagnostics))) return undefined;
  requireKnown('tenant', tenant, fleet.tenants.keys());
  if (source === undefined) return undefined;
  const placement = placementOf(source.value);
  const name = cluster ?? source.value.home;
  if (!placement.includes(name)) {
    throw new UsageError(`\`${tenant}\` is not on \`${name}\`. It is on ${list(placement)}.`);
  }
  const origins: Origin[] = [];
  return resolveTenant(fleet, source, name, origins) && { origins, cluster: name };
}

function hasMistakes(tenant: string, diagnostics: Plan['diagnostics']): boolean {
  return diagnostics.some(({ file }) => file === `tenants/${tenant}.yaml`);
}

function within(
  all: readonly Explanation[],
  path: string | undefined,
  whose: string,
): readonly Explanation[] {
  if (path === undefined) return all;
  const found = all.filter(({ setting }) => setting === path || setting.startsWith(`${path}.`));
  if (found.length > 0) return found;
  const prefixes = new Set(all.flatMap(({ setting }) => prefixesOf(setting)));
  const tops = [...prefixes].filter((prefix) => !prefix.includes('.'));
  const repair = suggest(path, prefixes, `There are ${list(tops)}.`);
  throw new UsageError(`\`${whose}\` has no \`${path}\`. ${repair}`);
}

/** `a.b.c` → `a`, `a.b`, `a.b.c`. */
function prefixesOf(setting: string): string[] {
  const steps = setting.split('.');
  return steps.map((_, index) => steps.slice(0, index + 1).join('.'));
}

function renderRows(explanations: readonly Explanation[]): string {
  return renderTable(
    ['setting', 'value', 'from'],
    explanations.map(({ setting, value, file, line, column }) => [
      setting,
      clip(renderValue(value), columnsOfValue),
      `${file}:${line}:${column}`,
    ]),
  );
}

function renderValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(renderValue).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(([key, item]) => `${key}: ${renderValue(item)}`);
  return `{${entries.join(', ')}}`;
}
