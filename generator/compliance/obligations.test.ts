// The strictest wins, and what is unknown is taken to be the strictest that is known.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { LegalRequirement, Requirement } from '../model/generated/inputs.ts';
import type { Source } from '../model/source.ts';
import { type Laws, obligationsOf, retentionYearsOf, strictest } from './obligations.ts';

const test = suite('obligations');

function source<Value>(file: string, value: Value): Source<Value> {
  return { file, text: '', value };
}

function ask(value: number | undefined, more: Partial<LegalRequirement> = {}): LegalRequirement {
  const base = {
    citation: 'Code 1',
    evidence: 'primary',
    checkedOn: '2026-11-24',
    counselReviewed: false,
  } as const;
  return { ...base, ...(value === undefined ? {} : { value }), ...more };
}

const requirements: Record<string, Requirement> = {
  records: { description: 'Kept.', measure: 'record-years', floor: 7 },
  trail: { description: 'Kept.', measure: 'trail-years', floor: 4 },
  notice: { description: 'Told.', measure: 'notice-hours', floor: 96 },
  backup: { description: 'Elsewhere.', measure: 'duty' },
  wall: { description: 'Ours.', measure: 'duty', own: true },
};

const laws: Laws = {
  requirements: source('requirements.yaml', requirements),
  states: new Map([
    [
      'aa',
      source('states/aa.yaml', {
        name: 'A',
        requirements: { records: [ask(3), ask(5, { calendarYears: true })] },
      }),
    ],
    ['bb', source('states/bb.yaml', { name: 'B', requirements: { records: [ask(9)], notice: [ask(48)] } })],
    [
      'cc',
      source('states/cc.yaml', {
        name: 'C',
        adopts: [{ framework: 'model', ...ask(undefined) }],
        requirements: { records: [ask(2)], notice: [ask(80)] },
      }),
    ],
  ]),
  frameworks: new Map([
    [
      'model',
      source('frameworks/model.yaml', { name: 'M', requirements: { notice: [ask(72)], trail: [ask(6)] } }),
    ],
  ]),
};

const rows: readonly (readonly [
  states: string[] | undefined,
  frameworks: string[],
  values: readonly number[],
  unknown: readonly string[],
])[] = [
  // Nothing is known: the strictest of all, or the floor.
  [undefined, [], [9, 6, 48, 1], ['every state', 'every state', 'every state', 'every state']],
  // Six whole years at most: five calendar years, counted from the end of the first.
  [['AA'], [], [6, 6, 48, 1], ['', 'AA', 'AA', 'AA']],
  [['AA', 'BB'], [], [9, 6, 48, 1], ['', 'AA,BB', 'AA', 'AA,BB']],
  // A state's own word goes before that of the framework it adopts.
  [['CC'], [], [2, 6, 80, 1], ['', '', '', 'CC']],
  // A framework adds; it does not make known what a state asks for.
  [['CC'], ['model'], [2, 6, 72, 1], ['', '', '', 'CC']],
  [['AA'], ['model'], [6, 6, 48, 1], ['', 'AA', 'AA', 'AA']],
  // No entry at all.
  [['CC', 'ZZ'], [], [9, 6, 48, 1], ['ZZ', 'ZZ', 'ZZ', 'CC,ZZ']],
];

for (const [states, frameworks, values, unknown] of rows) {
  test(`${states?.join(' and ') ?? 'nowhere'} with ${frameworks.join() || 'nothing'}`, () => {
    const found = obligationsOf(laws, { ...(states && { states }), frameworks });
    assert.equal(
      found.map(({ requirement }) => requirement),
      Object.keys(requirements),
    );
    assert.equal(
      found.map(({ value }) => value),
      [...values, 1],
    );
    assert.equal(
      found.map(({ unknownOf }) => unknownOf.join()),
      [...unknown, ''],
    );
    assert.ok(found.every(({ decidedBy }) => decidedBy.length > 0));
  });
}

test('who decided it is named, with its place', () => {
  const [records, , , , wall] = obligationsOf(laws, { states: ['AA'] });
  assert.equal(records?.decidedBy, [
    { party: 'AA', citation: 'Code 1', file: 'states/aa.yaml', path: ['requirements', 'records', 1] },
  ]);
  // A framework's word counts as the state's that adopts it, and is told once.
  const [, trail] = obligationsOf(laws, { states: ['CC', 'AA'], frameworks: ['model'] });
  assert.equal(trail?.decidedBy, [
    { party: 'CC', citation: 'Code 1', file: 'frameworks/model.yaml', path: ['requirements', 'trail', 0] },
  ]);
  assert.equal(wall?.decidedBy, [
    { party: 'platform', citation: '', file: 'requirements.yaml', path: ['wall'] },
  ]);
});

test('the floor counts where something is unknown, and nowhere else', () => {
  const high = { ...requirements, records: { ...requirements.records, floor: 20 } as Requirement };
  const fleet = { ...laws, requirements: source('requirements.yaml', high) };
  assert.is(retentionYearsOf(fleet, {}), 20);
  assert.is(retentionYearsOf(fleet, { states: ['AA'] }), 6);
  assert.is(retentionYearsOf(fleet, { states: ['AA', 'ZZ'] }), 20);
});

test('a contract makes it longer', () => {
  assert.is(retentionYearsOf(laws, { states: ['AA'], retentionYears: 10 }), 10);
  assert.is(retentionYearsOf(laws, { states: ['AA'], retentionYears: 4 }), 6);
});

test('of notices the shortest is the strictest', () => {
  assert.is(strictest(obligationsOf(laws, {}), 'notice-hours'), 48);
});

test.run();
