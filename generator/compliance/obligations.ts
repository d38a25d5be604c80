// What a tenant must keep, and whom it must tell how soon: the strictest that any of its states and frameworks asks for.
// Where one of its states is not known to ask, the strictest known of anybody holds. Knows no rendered object.
import type { Fleet } from '../model/fleet.ts';
import type { LegalRequirement, Tenant } from '../model/generated/inputs.ts';
import type { Basis, Measure, Obligation } from '../model/obligation.ts';
import type { Source } from '../model/source.ts';

export type Laws = Pick<Fleet, 'requirements' | 'states' | 'frameworks'>;
export type Subject = Pick<Tenant, 'states' | 'frameworks'>;

/** One value that somebody asks for. */
interface Ask extends Basis {
  readonly value: number;
}

/** One that may ask: a state with the frameworks that are law there, or a framework by itself. */
interface Party {
  readonly name: string;
  readonly sources: readonly Rules[];
}

type Rules = Source<{ readonly requirements?: Readonly<Record<string, readonly LegalRequirement[]>> }>;

/** Every requirement, in the order of its file. */
export function obligationsOf(fleet: Laws, tenant: Subject): Obligation[] {
  const states = (tenant.states ?? []).map((name) => stateParty(fleet, name));
  const frameworks = (tenant.frameworks ?? []).map((name) => frameworkParty(fleet, name));
  return Object.keys(fleet.requirements.value).map((requirement) => {
    const asks = [...states, ...frameworks].flatMap((party) => asksOf(party, requirement));
    const isOwn = fleet.requirements.value[requirement]?.own === true;
    if (isOwn) return obligationOf(fleet, requirement, [floorOf(fleet, requirement)], []);
    return obligationOf(fleet, requirement, asks, unknownOf(states, requirement));
  });
}

/** How many years records are kept at least, from the day that the last event of all could have happened. */
export function retentionYearsOf(fleet: Laws, tenant: Subject & Pick<Tenant, 'retentionYears'>): number {
  return Math.max(strictest(obligationsOf(fleet, tenant), 'record-years'), tenant.retentionYears ?? 0);
}

/** The value that satisfies all obligations of one measure. */
export function strictest(obligations: readonly Obligation[], measure: Measure): number {
  const values = obligations.filter((one) => one.measure === measure).map(({ value }) => value);
  return isShortest(measure) ? Math.min(...values) : Math.max(...values);
}

function isShortest(measure: Measure): boolean {
  return measure === 'notice-hours' || measure === 'notice-days';
}

/** A tenant that names no state may have business anywhere. */
function unknownOf(states: readonly Party[], requirement: string): string[] {
  if (states.length === 0) return ['every state'];
  const silent = states.filter((party) => asksOf(party, requirement).length === 0);
  return silent.map(({ name }) => name);
}

function obligationOf(
  fleet: Laws,
  requirement: string,
  known: readonly Ask[],
  unknownOf: readonly string[],
): Obligation {
  const { measure } = fleet.requirements.value[requirement] as { measure: Measure };
  const asks = unknownOf.length === 0 ? known : [...known, ...everyAsk(fleet, requirement)];
  const value = isShortest(measure)
    ? Math.min(...asks.map((ask) => ask.value))
    : Math.max(...asks.map((ask) => ask.value));
  const deciding = asks.filter((ask) => ask.value === value);
  const bases = deciding.map(({ value: _, ...basis }) => basis);
  return {
    requirement,
    measure,
    value,
    unknownOf,
    decidedBy: bases.filter(isFirst),
  };
}

function isFirst(basis: Basis, index: number, all: readonly Basis[]): boolean {
  return all.findIndex((other) => idOf(other) === idOf(basis)) === index;
}

/** By two parties the same law may be told twice: as a state's own, and as that of a framework it adopts. */
function idOf({ file, path }: Basis): string {
  return [file, ...path].join('/');
}

const everybody = new WeakMap<Laws, Map<string, readonly Ask[]>>();

/** What anybody is known to ask for, and the platform's own floor. */
function everyAsk(fleet: Laws, requirement: string): readonly Ask[] {
  const known = everybody.get(fleet) ?? new Map<string, readonly Ask[]>();
  everybody.set(fleet, known);
  const asks = known.get(requirement) ?? [
    ...[...fleet.states.keys()].flatMap((name) => asksOf(stateParty(fleet, name.toUpperCase()), requirement)),
    ...[...fleet.frameworks.keys()].flatMap((name) => asksOf(frameworkParty(fleet, name), requirement)),
    floorOf(fleet, requirement),
  ];
  known.set(requirement, asks);
  return asks;
}

function floorOf({ requirements }: Laws, requirement: string): Ask {
  const { floor } = requirements.value[requirement] ?? {};
  const path = floor === undefined ? [requirement] : [requirement, 'floor'];
  return { party: 'platform', citation: '', file: requirements.file, path, value: floor ?? 1 };
}

/** What is unknown has no entry: an unknown state asks for nothing that we know. */
function stateParty(fleet: Laws, name: string): Party {
  const state = fleet.states.get(name.toLowerCase());
  if (state === undefined) return { name, sources: [] };
  const adopted = (state.value.adopts ?? []).flatMap(
    ({ framework }) => fleet.frameworks.get(framework) ?? [],
  );
  return { name, sources: [state, ...adopted] };
}

function frameworkParty(fleet: Laws, name: string): Party {
  const framework = fleet.frameworks.get(name);
  return { name, sources: framework === undefined ? [] : [framework] };
}

/** A state's own word goes before those of the frameworks it adopts. */
function asksOf({ name, sources: [own, ...adopted] }: Party, requirement: string): Ask[] {
  const asks = own === undefined ? [] : asksIn(own, name, requirement);
  return asks.length > 0 ? asks : adopted.flatMap((source) => asksIn(source, name, requirement));
}

function asksIn({ file, value }: Rules, party: string, requirement: string): Ask[] {
  const entries = value.requirements?.[requirement] ?? [];
  return entries.map((entry, index) => ({
    party,
    citation: entry.citation,
    file,
    path: ['requirements', requirement, index],
    value: (entry.value ?? 1) + (entry.calendarYears === true ? 1 : 0),
  }));
}
