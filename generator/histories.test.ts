// Whatever people do in hundreds of histories of two hundred changes each, no tenant's data leaves the tree but in the two steps
// that are meant for it. Fewer rules let more through: those that are looked at here are enough.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeTenant } from './compose/compose.ts';
import { loadConcerns } from './compose/concerns.ts';
import type { Fleet } from './model/fleet.ts';
import { lifecycleOn, placementOf } from './model/placement.ts';
import type { Rule } from './model/rule.ts';
import { plan } from './plan.ts';
import { resolveTenant } from './resolve/resolve.ts';
import { editOnce } from './testing/histories/edits.ts';
import type { Inputs } from './testing/histories/inputs.ts';
import { Random } from './testing/histories/random.ts';
import { Witness } from './testing/histories/witness.ts';
import { fleetOf, refusalOf, treeOf, type World } from './testing/histories/world.ts';
import { exampleFleet } from './testing/inputs.ts';
import { loadRules } from './validate/rules.ts';
import { validateShape } from './validate/shape.ts';

const histories = 500;
const steps = 200;
const firstDay = '2026-11-24';

const test = suite('histories');
const { fleet: base } = await plan({ root: exampleFleet, today: firstDay });
if (base === undefined) throw new Error('the example fleet has mistakes');

/** What the way out is made of. Every other rule can only refuse more. */
const wayOut = [
  'known-cluster',
  'no-early-purge',
  'no-empty-fleet',
  'no-purge-on-hold',
  'no-reused-id',
  'no-skipped-lifecycle',
  'no-vanished-tenant',
  'require-home-in-placement',
  'require-home-last',
  'require-retention',
  'require-retention-start',
  'require-tombstone',
  'valid-file-name',
  'valid-purge',
];
const all = await loadRules();

function rulesWithout(...codes: readonly string[]): ReadonlyMap<string, Rule> {
  return new Map([...all].filter(([code]) => wayOut.includes(code) && !codes.includes(code)));
}

interface Run {
  readonly merged: number;
  readonly refused: ReadonlyMap<string, number>;
  /** Targets that left the tree. */
  readonly gone: number;
  readonly lost: string | undefined;
}

/** @param look is shown each merged fleet with the world that it makes */
function run(
  seed: number,
  rules: ReadonlyMap<string, Rule>,
  look?: (fleet: Fleet, step: number) => void,
): Run {
  const random = new Random(seed);
  const witness = new Witness();
  const refused = new Map<string, number>();
  const older: Inputs[] = [];
  let world: World = { inputs: { today: firstDay, tenants: new Map(), tombstones: new Set() }, tree: [] };
  let [merged, gone] = [0, 0];
  for (let step = 0; step < steps; step += 1) {
    const today = later(world.inputs.today, random.pick([0, 1, 30, 90, 400]));
    const inputs = editOnce({ ...world.inputs, today }, random, older);
    const fleet = fleetOf(base as Fleet, world, inputs);
    const refusal = refusalOf(rules, fleet);
    if (refusal !== undefined) {
      refused.set(refusal, (refused.get(refusal) ?? 0) + 1);
      world = { ...world, inputs: { ...world.inputs, today } };
      continue;
    }
    const next = { inputs, tree: treeOf(fleet) };
    const loss = witness.watch(world, next, fleet);
    if (loss !== undefined) return { merged, refused, gone, lost: `seed ${seed}, step ${step}: ${loss}` };
    look?.(fleet, step);
    gone += world.tree.filter((one) => !next.tree.some((two) => isSame(one, two))).length;
    older.push(world.inputs);
    world = next;
    merged += 1;
  }
  return { merged, refused, gone, lost: undefined };
}

type Place = World['tree'][number];

function isSame(one: Place, two: Place): boolean {
  return one.cluster === two.cluster && one.tenant === two.tenant;
}

function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

test('no history loses data', () => {
  const rules = rulesWithout();
  assert.is(rules.size, wayOut.length);
  let [merged, gone] = [0, 0];
  const refused = new Set<string>();
  for (let seed = 1; seed <= histories; seed += 1) {
    const one = run(seed, rules);
    assert.is(one.lost, undefined);
    merged += one.merged;
    gone += one.gone;
    for (const code of one.refused.keys()) refused.add(code);
  }
  // Otherwise nothing would have been shown: changes get through, tenants come to their end, and every rule has its day.
  assert.ok(merged > (histories * steps) / 5, `${merged} merged`);
  assert.ok(gone > histories, `${gone} gone`);
  assert.equal(
    wayOut.filter((code) => !refused.has(code) && code !== 'known-cluster'),
    [],
  );
});

for (const code of [
  'no-early-purge',
  'no-purge-on-hold',
  'no-skipped-lifecycle',
  'no-vanished-tenant',
  'require-retention-start',
  'require-tombstone',
  'valid-purge',
]) {
  test(`without \`${code}\` a history loses data`, () => {
    const rules = rulesWithout(code);
    for (let seed = 1; seed <= histories; seed += 1) if (run(seed, rules).lost !== undefined) return;
    assert.unreachable(code);
  });
}

test('what has a state has data, and what is purged has none', async () => {
  const concerns = await loadConcerns(['tenant', 'service']);
  let looked = 0;
  for (let seed = 1; seed <= 12; seed += 1) {
    run(seed, rulesWithout(), (fleet, step) => {
      if (step % 20 !== seed) return;
      for (const source of fleet.tenants.values()) {
        assert.equal(validateShape('tenant', source as never), []);
        for (const cluster of placementOf(source.value)) {
          const target = resolveTenant(fleet, source, cluster);
          const files = target === undefined ? [] : composeTenant(target, concerns);
          const hasData = files.some(({ path }) => path.includes('/data/'));
          assert.is(hasData, lifecycleOn(source.value, cluster) !== 'purged', source.text);
          looked += 1;
        }
      }
    });
  }
  assert.ok(looked > 50, `${looked}`);
});

test.run();
