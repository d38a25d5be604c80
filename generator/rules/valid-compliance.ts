// What is known of laws agrees with itself: names are those of states, frameworks and requirements that exist, values are
// there where something is counted, and the platform has a floor for whatever is unknown.

import type { Fleet } from '../model/fleet.ts';
import type { LegalRequirements, Requirements, State } from '../model/generated/inputs.ts';
import { jurisdictions } from '../model/jurisdictions.ts';
import type { Finding, FleetRule } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import { suggest } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

type Law = Source<{ readonly requirements?: LegalRequirements }>;

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    yield* checkFloors(fleet.requirements);
    for (const [name, state] of fleet.states) {
      if (!Object.hasOwn(jurisdictions, name.toUpperCase())) {
        const hint = 'Name the file after the two letters of a state, for example `ny.yaml`.';
        yield { ...locate(state, []), message: `There is no state \`${name.toUpperCase()}\`.`, hint };
      }
      yield* checkAdopted(fleet, state);
      yield* checkRequirements(fleet, state);
    }
    for (const framework of fleet.frameworks.values()) yield* checkRequirements(fleet, framework);
  },
};

/** Without a floor, what nobody is known to ask for would be kept for a year, or not at all. */
function* checkFloors(requirements: Source<Requirements>): Iterable<Finding> {
  const all = Object.entries(requirements.value);
  for (const [id, { measure, floor }] of all) {
    if ((measure === 'duty') === (floor === undefined)) continue;
    const message =
      floor === undefined ? `\`${id}\` has no \`floor\`.` : `\`${id}\` is a duty and has no \`floor\`.`;
    const hint = floor === undefined ? 'Add what the platform takes where it is unknown.' : 'Remove it.';
    yield { ...locate(requirements, floor === undefined ? [id] : [id, 'floor'], 'key'), message, hint };
  }
  for (const measure of ['record-years', 'trail-years', 'notice-hours', 'notice-days']) {
    if (all.some(([, one]) => one.measure === measure)) continue;
    const hint = 'Keep at least one: schedules and retentions are made from it.';
    yield { ...locate(requirements, []), message: `No requirement is measured in \`${measure}\`.`, hint };
  }
}

function* checkAdopted({ frameworks, broken }: Fleet, state: Source<State>): Iterable<Finding> {
  for (const [index, { framework }] of (state.value.adopts ?? []).entries()) {
    if (frameworks.has(framework) || broken.has(`platform/compliance/frameworks/${framework}.yaml`)) continue;
    yield {
      ...locate(state, ['adopts', index, 'framework']),
      message: `There is no framework \`${framework}\`.`,
      hint: suggest(framework, frameworks.keys(), 'Add it to `platform/compliance/frameworks/`.'),
    };
  }
}

function* checkRequirements({ requirements }: Fleet, law: Law): Iterable<Finding> {
  const known = requirements.value;
  for (const [id, entries] of Object.entries(law.value.requirements ?? {})) {
    const measure = known[id]?.measure;
    if (measure === undefined) {
      const hint = suggest(id, Object.keys(known), `Add it to \`${requirements.file}\`.`);
      yield {
        ...locate(law, ['requirements', id], 'key'),
        message: `There is no requirement \`${id}\`.`,
        hint,
      };
      continue;
    }
    for (const [index, { value, calendarYears }] of entries.entries()) {
      const path = ['requirements', id, index];
      if ((measure === 'duty') !== (value === undefined)) {
        const message =
          value === undefined ? `\`${id}\` needs a \`value\`.` : `\`${id}\` is a duty and has no \`value\`.`;
        const hint =
          value === undefined ? 'Add how many; leave the entry out while it is unknown.' : 'Remove it.';
        yield { ...locate(law, value === undefined ? path : [...path, 'value'], 'key'), message, hint };
      }
      if (calendarYears === undefined || measure.endsWith('-years')) continue;
      const message = `\`${id}\` is not counted in years.`;
      yield { ...locate(law, [...path, 'calendarYears'], 'key'), message, hint: 'Remove it.' };
    }
  }
}
