// Amounts of compute are quantities that mean something: none is negative, and memory is whole bytes (`512m` of memory
// is half a byte, and the API server accepts it). Knows where amounts live in the kinds we render.

import type { Path } from '../../model/source.ts';
import type { Amounts } from '../amounts.ts';
import type { Cluster, Finding } from '../cluster.ts';
import type { RenderedObject } from '../object.ts';
import { parseQuantity } from '../quantity.ts';

const holders = new Set([
  'default',
  'defaultRequest',
  'hard',
  'limits',
  'max',
  'maxAllowed',
  'min',
  'minAllowed',
  'requests',
]);
const kinds =
  /^(Deployment|StatefulSet|DaemonSet|Job|CronJob|LimitRange|ResourceQuota|VerticalPodAutoscaler)$/;
const billion = 1_000_000_000n;

export function check({ objects }: Cluster): Finding[] {
  const findings: Finding[] = [];
  for (const object of objects) {
    const { kind, spec } = object.value;
    if (kinds.test(kind) && isContainer(spec)) visit(object, spec, ['spec'], findings);
  }
  return findings;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function visit(object: RenderedObject, value: object, path: Path, findings: Finding[]): void {
  for (const [key, child] of Object.entries(value)) {
    if (!isContainer(child)) continue;
    const at = [...path, key];
    if (holders.has(key) && !Array.isArray(child)) findings.push(...inspect(object, child as Amounts, at));
    else visit(object, child, at, findings);
  }
}

function* inspect(object: RenderedObject, amounts: Amounts, path: Path): Generator<Finding> {
  for (const [name, amount] of Object.entries(amounts)) {
    const value = parseQuantity(amount);
    const at = [...path, name];
    if (value === undefined) yield { object, path: at, message: `\`${amount}\` is not a quantity.` };
    else if (value < 0n) yield { object, path: at, message: `\`${name}\` is negative.` };
    else if (/(^|\.)(memory|storage|ephemeral-storage)$/.test(name) && value % billion !== 0n) {
      const hint = 'The suffix `m` means thousandths; `Mi` and `M` are megabytes.';
      yield { object, path: at, message: `\`${amount}\` of \`${name}\` is not whole bytes.`, hint };
    }
  }
}
