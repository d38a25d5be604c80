// Finds every rule by listing its folder and runs it. Knows no single rule.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Finding, Rule } from '../model/rule.ts';
import type { TenantTarget } from '../model/target.ts';

export type Rules = ReadonlyMap<string, Rule>;

const folder = join(import.meta.dirname, '../rules');

/** By code, in the order of the codes. Each file exports its rule as `rule`. */
export async function loadRules(): Promise<Rules> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const codes = files.map((file) => file.slice(0, -'.ts'.length)).sort();
  const modules = await Promise.all(
    codes.map((code) => import(`../rules/${code}.ts`) as Promise<{ rule: Rule }>),
  );
  return new Map(codes.map((code, index) => [code, (modules[index] as { rule: Rule }).rule]));
}

/**
 * Everything that the rules over the whole fleet find, and those over each tenant by itself.
 * @param isSelected leaves out, for the latter, tenants that are not rendered
 */
export function checkFleet(
  rules: Rules,
  fleet: Fleet,
  isSelected: (tenant: string) => boolean = () => true,
): Diagnostic[] {
  const selected = { ...fleet, tenants: new Map([...fleet.tenants].filter(([name]) => isSelected(name))) };
  return [...rules].flatMap(([code, rule]) => {
    if (rule.over === 'target') return [];
    return sign(code, rule.check(rule.over === 'tenant' ? selected : fleet));
  });
}

/** Everything that the rules over single targets find in this one. */
export function checkTarget(rules: Rules, target: TenantTarget, fleet: Fleet): Diagnostic[] {
  return [...rules].flatMap(([code, rule]) =>
    rule.over === 'target' ? sign(code, rule.check(target, fleet)) : [],
  );
}

function sign(code: string, findings: Iterable<Finding>): Diagnostic[] {
  return Array.from(findings, (finding) => ({ severity: 'error', ...finding, code }));
}
