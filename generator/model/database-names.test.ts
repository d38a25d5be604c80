// Names of databases, what is in them and who signs in: of the right shape for every id that the schema allows, and never the
// same for two tenants, nor for two things of one.
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import common from '../../schemas/common.schema.json' with { type: 'json' };
import {
  analyticsOf,
  databaseGroupOf,
  databaseHostOf,
  databaseOf,
  databaseUserOf,
  schemaOf,
} from './names.ts';
import { databaseSchemas, databaseUsers, rights } from './sql-rights.ts';

const test = suite('database names');
const { pattern, minLength, maxLength } = common.$defs.tenantId;
const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
/** Ids that look like parts of names are among them. */
const id = fc
  .array(
    fc.oneof(word, fc.constantFrom('acme', 'analytics', '1', 'mariadb', '11', '8', 'audit', 't', 'records')),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((words) => words.join('-'))
  .filter((text) => new RegExp(pattern).test(text) && text.length >= minLength && text.length <= maxLength);

const versions = ['10.6', '10.11', '11.4', '11.8', '12.3'];
const zone = 'internal.keelstone.example';

/** What bears the name → names that must differ, and what each has to look like. */
const namesOf = (
  tenant: string,
): Readonly<Record<string, { names: string[]; shape: RegExp; most: number }>> => ({
  instance: {
    names: [databaseOf(tenant), ...[1, 2, 3, 4, 5].map((number) => analyticsOf(tenant, number))],
    shape: /^[a-z](-?[a-z0-9])*$/,
    most: 63,
  },
  group: {
    names: versions.map((version) => databaseGroupOf(tenant, version)),
    shape: /^[a-z](-?[a-z0-9])*$/,
    most: 255,
  },
  host: {
    names: (['db', 'db-ro', 'db-analytics'] as const).map((role) => databaseHostOf(tenant, role, zone)),
    shape: /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/,
    most: 253,
  },
  // An underscore or a per cent sign would stand for others in a grant.
  schema: {
    names: databaseSchemas.map((schema) => schemaOf(tenant, schema)),
    shape: /^[a-z0-9-]+$/,
    most: 64,
  },
  user: {
    names: databaseUsers.map((user) => databaseUserOf(tenant, user)),
    shape: /^[a-z0-9-]+$/,
    most: 80,
  },
});

test('every id that the schema allows gives names that are allowed', () => {
  fc.assert(
    fc.property(id, (tenant) => {
      for (const [kind, { names, shape, most }] of Object.entries(namesOf(tenant))) {
        for (const name of names) {
          assert.ok(shape.test(name) && name.length <= most, `${kind} ${name}`);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('no two tenants, and no two things of one, share a name', () => {
  fc.assert(
    fc.property(id, id, (one, other) => {
      const tenants = [...new Set([one, other])];
      for (const kind of Object.keys(namesOf(one))) {
        const names = tenants.flatMap((tenant) => namesOf(tenant)[kind]?.names ?? []);
        assert.is(new Set(names).size, names.length, `${kind} of ${tenants}`);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a suffix instead of a prefix would let two tenants meet', () => {
  const suffixed = (tenant: string, number: number) => `t-${tenant}-analytics-${number}`;
  assert.is(suffixed('acme', 1), databaseOf('acme-analytics-1'));
  assert.is.not(analyticsOf('acme', 1), databaseOf('acme-analytics-1'));
});

test('nobody may change the ledger, and who makes its tables may do nothing else', () => {
  const inLedger = rights.filter(({ schema }) => schema === 'audit').flatMap(({ privileges }) => privileges);
  assert.equal([...new Set(inLedger)].sort(), ['CREATE', 'INSERT', 'SELECT']);
  assert.equal(
    rights.filter(({ user }) => user === 'ledger').map(({ schema, privileges }) => [schema, ...privileges]),
    [['audit', 'CREATE']],
  );
});

test.run();
