// Every name made of a tenant's id, for every id that the schema allows: the service that bears it takes it, and no two tenants,
// services or queues share one. What rules refuse of pairs of ids, and of long ones, is left out by asking `deriveNames`.
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as names from './names.ts';
import { nameOf, namesOf, type Place, place, shapeOf, shapes } from './testing/tenant-names.ts';

const test = suite('names');

const isTooLong = (id: string, at: Place) =>
  names.deriveNames(id, at).some(({ name, limit }) => name.length > limit);

/** As `unique-derived-name` sees them, each where it is. */
function meet(one: string, other: string, at: Place, there = at): boolean {
  const known = new Set(names.deriveNames(one, at).map(({ kind, name }) => `${kind} ${name}`));
  return names.deriveNames(other, there).some(({ kind, name }) => known.has(`${kind} ${name}`));
}

const many = { numRuns: 3000, seed: 20261124 };

test('whatever the schema allows makes names that their services take, or is refused as too long', () => {
  let taken = 0;
  fc.assert(
    fc.property(nameOf(24), place, (id, at) => {
      const tooLong = isTooLong(id, at);
      for (const named of namesOf(id, at)) {
        const [pattern, longest] = shapeOf(named);
        assert.match(named.name, pattern, named.space);
        if (!tooLong) assert.ok(named.name.length <= longest, `${named.space} ${named.name}`);
      }
      if (!tooLong) taken += 1;
    }),
    many,
  );
  assert.ok(taken > 500, `${taken}`);
});

test('the longest id is refused for its length, and only for that', () => {
  const at: Place = {
    organisation: 'keelstone',
    cluster: 'a-cluster-of-20-char',
    region: 'us-gov-west-1',
    backupRegion: 'us-gov-east-1',
    services: ['a-service-of-24-characte'],
    queues: ['jobs'],
  };
  assert.ok(isTooLong('an-id-of-twenty-four-ch4', at));
  assert.not.ok(isTooLong('ab', at));
});

/** Two ids of which one often continues the other. */
const pair = fc.oneof(
  fc.tuple(nameOf(24), nameOf(24)),
  fc.tuple(nameOf(12), nameOf(11)).map(([stem, rest]): [string, string] => [stem, `${stem}-${rest}`]),
);

test('no two tenants share a name, but where the rule over ids says so', () => {
  let [related, refused] = [0, 0];
  fc.assert(
    fc.property(pair, place, fc.boolean(), fc.boolean(), ([one, other], at, isElsewhere, runs) => {
      fc.pre(one !== other);
      // Services and clusters that the ids run into: `acme` with `eu-api`, and `acme-eu` with `api`.
      const rest = other.startsWith(`${one}-`) ? other.slice(one.length + 1) : '';
      const runsInto = (word: string) => (rest !== '' && runs ? [word, `${rest}-${word}`] : []);
      const services = [...new Set([...at.services, ...runsInto('api')])];
      const wide = { ...at, services, queues: [...new Set([...at.queues, ...runsInto('jobs')])] };
      const here = isElsewhere && rest !== '' ? { ...wide, cluster: `${rest}-${at.cluster}` } : wide;
      if (rest !== '') related += 1;
      if (meet(one, other, here, wide)) {
        refused += 1;
        return;
      }
      const theirs = new Set(namesOf(one, here).map(({ space, name }) => `${space} ${name}`));
      const shared = namesOf(other, wide).filter(({ space, name }) => theirs.has(`${space} ${name}`));
      assert.equal(shared, [], `${one} and ${other}`);
    }),
    many,
  );
  assert.ok(related > 500 && refused > 100 && refused < related, `${related} related, ${refused} refused`);
});

test('ids that continue one another meet nowhere where services and queues do not run into them', () => {
  let related = 0;
  fc.assert(
    fc.property(pair, place, ([one, other], at) => {
      const rest = other.startsWith(`${one}-`) ? other.slice(one.length + 1) : '';
      const words = [...at.services, ...at.queues, ...names.bearers];
      fc.pre(one !== other && rest !== '' && !words.some((name) => name.startsWith(`${rest}-`)));
      related += 1;
      const theirs = new Set(namesOf(one, at).map(({ space, name }) => `${space} ${name}`));
      const shared = namesOf(other, at).filter(({ space, name }) => theirs.has(`${space} ${name}`));
      assert.equal(shared, [], `${one} and ${other}`);
    }),
    { ...many, numRuns: 1000 },
  );
  assert.ok(related > 500);
});

test('within a tenant no two services, queues or purposes share a name', () => {
  fc.assert(
    fc.property(nameOf(24), place, (id, at) => {
      const { backupRegion, region } = at;
      fc.pre(at.services.every((service) => !names.bearers.includes(service)) && region !== backupRegion);
      const all = namesOf(id, at).filter(({ space }) => space !== 'namespace');
      const shown = all.map(({ space, name }) => `${space} ${name}`);
      assert.equal(
        shown.filter((name, index) => shown.indexOf(name) !== index),
        [],
      );
    }),
    many,
  );
});

test('a tenant that another one continues is found, and so is a name that a service does not take', () => {
  const at: Place = {
    organisation: 'keelstone',
    cluster: 'prod',
    region: 'us-east-1',
    backupRegion: 'us-west-2',
    services: ['api', 'eu-api'],
    queues: ['jobs'],
  };
  assert.ok(meet('acme', 'acme-eu', at));
  assert.not.ok(meet('acme', 'acme-us', at));
  assert.not.match('t-acme-', shapes.rds?.[0] as RegExp);
  assert.not.match('t-acme--eu', shapes.cache?.[0] as RegExp);
});

test.run();
