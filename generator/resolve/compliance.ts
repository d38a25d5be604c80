// What laws and contracts ask of a tenant, and who decided each number.
import tenantSchema from '../../schemas/tenant.schema.json' with { type: 'json' };
import { obligationsOf, retentionYearsOf, strictest } from '../compliance/obligations.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Tenant } from '../model/generated/inputs.ts';
import type { Measure, Obligation } from '../model/obligation.ts';
import type { Source } from '../model/source.ts';
import type { Compliance, Period } from '../model/target.ts';
import { pick, type Trace } from './settings.ts';

const schema: Source<unknown> = { file: 'schemas/tenant.schema.json', text: '', value: tenantSchema };

export function resolveCompliance(fleet: Fleet, source: Source<Tenant>, trace: Trace): Compliance {
  const tenant = source.value;
  const obligations = obligationsOf(fleet, tenant);
  const listed = (key: 'states' | 'frameworks') =>
    (pick(trace, key, [{ source, path: [key] }]) ?? []) as string[];
  const residency = pick(trace, 'residency', [
    { source, path: ['residency'] },
    { source: schema, path: ['properties', 'residency', 'default'] },
  ]) as string[];
  for (const obligation of obligations) traceObligation(fleet, obligation, trace);
  const years = retentionYearsOf(fleet, tenant);
  traceYears(fleet, source, obligations, years, trace);
  return {
    states: listed('states'),
    frameworks: listed('frameworks'),
    residency,
    obligations,
    retention: periodOf(years),
    trail: periodOf(strictest(obligations, 'trail-years')),
    incidentHours: strictest(obligations, 'notice-hours'),
    consumerDays: strictest(obligations, 'notice-days'),
    controls: fleet.controls.value,
  };
}

/** As many leap days as that many years can have. */
function periodOf(years: number): Period {
  return { years, days: Math.ceil(years * 365.25) };
}

const units: Readonly<Record<Measure, string>> = {
  'record-years': 'years',
  'trail-years': 'years',
  'notice-hours': 'hours',
  'notice-days': 'days',
  duty: '',
};

/** The first that decided it stands for all: the rendered matrix names every one. */
function traceObligation(
  fleet: Fleet,
  { requirement, measure, value, unknownOf, decidedBy }: Obligation,
  trace: Trace,
) {
  const [basis] = decidedBy;
  if (trace === undefined || basis === undefined) return;
  const amount = measure === 'duty' ? 'required' : `${value} ${units[measure]}`;
  const words = unknownOf.length === 0 ? amount : `${amount}, assumed: unknown of ${unknownOf.join(', ')}`;
  const source = sourceOf(fleet, basis.file);
  trace.push({ setting: `obligations.${requirement}`, value: words, source, path: basis.path });
}

/** Its contract, or the first law that asks for as much. */
function traceYears(
  fleet: Fleet,
  source: Source<Tenant>,
  obligations: readonly Obligation[],
  years: number,
  trace: Trace,
): void {
  const law = obligations.find(({ measure, value }) => measure === 'record-years' && value === years);
  const [basis] = law?.decidedBy ?? [];
  trace?.push(
    basis === undefined
      ? { setting: 'retentionYears', value: years, source, path: ['retentionYears'] }
      : { setting: 'retentionYears', value: years, source: sourceOf(fleet, basis.file), path: basis.path },
  );
}

function sourceOf(fleet: Fleet, file: string): Source<unknown> {
  const sources = [fleet.requirements, ...fleet.states.values(), ...fleet.frameworks.values()];
  return sources.find((source) => source.file === file) ?? fleet.requirements;
}
