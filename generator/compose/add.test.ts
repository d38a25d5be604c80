// What a concern's chart can hold: objects, or one document.
import { App, Chart } from 'cdk8s';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { add, documentOf, manifestsOf, write } from './add.ts';

const test = suite('add');
const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };

function chartOf(): Chart {
  return new Chart(new App(), 'prod/platform/x/Chart.yaml');
}

test('objects come out as they went in, in their order', () => {
  const chart = chartOf();
  const other = { ...object, metadata: { name: 'b' } };
  add(chart, other);
  add(chart, object);
  const [first, second] = manifestsOf(chart);
  assert.is(first, other);
  assert.is(second, object);
  assert.is(documentOf(chart), undefined);
});

test('a document comes out as it went in, and is no object', () => {
  const chart = chartOf();
  const document = { kind: 'deployment', metadata: 1 };
  write(chart, document);
  assert.is(documentOf(chart), document);
  assert.equal(manifestsOf(chart), []);
});

test('a file is one document or holds objects, not both', () => {
  const [first, last, twice] = [chartOf(), chartOf(), chartOf()];
  write(first, {});
  add(first, object);
  add(last, object);
  write(last, {});
  for (const chart of [first, last]) assert.throws(() => documentOf(chart), /holds objects as well/);
  write(twice, {});
  assert.throws(() => write(twice, {}));
});

test.run();
