// The repository itself: its inputs have no mistake, the committed tree is what they make, and every object in it is one
// that its cluster would accept. Everything else is tested on an example fleet.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Conformity } from './conform/conformity.ts';
import { check } from './pipeline.ts';
import { repository } from './testing/inputs.ts';

const test = suite('repository');

test('the committed tree is fresh, and every object in it is valid', async () => {
  const conformity = await Conformity.load();
  let files = 0;
  const { diagnostics, changes, unchanged } = await check(
    { root: repository },
    {
      onUnit: (unit) => {
        conformity.add(unit.files);
        files += unit.files.size;
      },
    },
  );
  assert.equal(diagnostics, []);
  assert.equal(changes, []);
  assert.equal(await conformity.finish(), []);
  assert.ok(files > 0);
  assert.is(unchanged, files);
});

test.run();
