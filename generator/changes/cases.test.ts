// What every kind of change is, by example: see `testing/cases.ts` for what a case holds.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Classifier } from './classify/classify.ts';
import { showPath } from './path.ts';
import { loadKnowledge } from './tables.ts';
import { lanesOf, readCases } from './testing/cases.ts';

const classifier = new Classifier(await loadKnowledge());
const test = suite('cases of changes');

for (const { name, files, expected } of readCases()) {
  test(name, () => {
    const changes = classifier.classify(files);
    const told = changes
      .map(
        ({ path, verdicts }) =>
          `${showPath(path)}: ${verdicts.map(({ lane, reason }) => `${lane} (${reason})`)}`,
      )
      .join('\n');
    assert.equal(lanesOf(changes), expected.lanes, told);
    for (const word of expected.words ?? []) assert.ok(told.includes(word), `“${word}” in:\n${told}`);
    assert.is(changes.length === 0, expected.same === true, told);
  });
}

test.run();
