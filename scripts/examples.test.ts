// The reports that are kept as documentation are those that the example edits get today.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { renderExamples, reportOf } from './examples.ts';

const test = suite('examples');
const root = join(import.meta.dirname, '..');
const examples = await renderExamples();

test('there are five', () => assert.is(examples.size, 5));

for (const [path, text] of examples) {
  test(path, () => assert.is(readFileSync(join(root, path), 'utf8'), text));
}

test('each says what its edit is about', async () => {
  const lanes = async (name: string) => (await reportOf(name)).lanes.map(({ lane }) => lane);
  assert.equal(await lanes('tier-default'), ['cost', 'neutral']);
  assert.equal(await lanes('retier-down'), [
    'data-loss',
    'rejected',
    'recoverability',
    'downtime',
    'cost',
    'neutral',
  ]);
  assert.equal(await lanes('new-tenant'), ['cost', 'neutral']);
  assert.equal(await lanes('service-image'), ['downtime']);
});

test.run();
