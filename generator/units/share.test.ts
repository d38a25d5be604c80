// Two threads make the tree that one makes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { writeFleet } from '../../scripts/bench/fleet.ts';
import { loadConcerns } from '../compose/concerns.ts';
import type { TenantTarget } from '../model/target.ts';
import type { Unit } from '../model/tree.ts';
import { plan } from '../plan.ts';
import { composeTenants } from './share.ts';
import { tenantUnit } from './units.ts';

const test = suite('share');
const root = mkdtempSync(join(tmpdir(), 'tenantry-share-'));
writeFleet(root, 150);
const { tenants: targets } = await plan({ root });
const concerns = await loadConcerns();

test.after(() => rmSync(root, { recursive: true }));

function textOf(units: Iterable<Unit>): string[] {
  return [...units].map(({ input, claims, files }) => JSON.stringify([input, claims, [...files]])).sort();
}

test('two threads make what one makes', () => {
  assert.is(targets.length, 300);
  const alone = targets.map((target) => tenantUnit(target, concerns));
  assert.equal(textOf(composeTenants(targets, concerns)), textOf(alone));
});

test('who stops early leaves no thread behind', () => {
  let count = 0;
  for (const _ of composeTenants(targets, concerns)) {
    count += 1;
    if (count === 3) break;
  }
  assert.is(count, 3);
});

test('what goes wrong on either thread is thrown', () => {
  const broken = targets.map((target, index) => (index === 200 ? { ...target, services: [null] } : target));
  assert.throws(() => [...composeTenants(broken as unknown as TenantTarget[], concerns)], /null/);
});

test.run();
