// Which object became which, and what is no object at all.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { showObject } from './object.ts';
import { type FilePair, pairObjects } from './pairs.ts';

const test = suite('pairs');

const tenant = 'prod-use1/tenants/acme';

function configMap(name: string, value = 'x', namespace = 't-acme'): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\ndata:\n  key: ${value}\n`;
}

/** `kind name: created|deleted|changed (note)` for each pair. */
function tell(...files: readonly FilePair[]): string[] {
  return pairObjects(files).changed.map(({ object, before, after, note }) => {
    const what = before === undefined ? 'created' : after === undefined ? 'deleted' : 'changed';
    return `${showObject(object)}: ${what}${note === undefined ? '' : ` (${note})`}`;
  });
}

function file(path: string, before: string | undefined, after: string | undefined): FilePair {
  return { path: `${tenant}/${path}`, before, after };
}

test('objects are matched by what they are, not by where they stand', () => {
  const two = [configMap('a'), configMap('b')];
  assert.equal(tell(file('workloads/x.yaml', two.join('---\n'), two.toReversed().join('---\n'))), []);
  assert.equal(
    tell(file('workloads/x.yaml', two.join('---\n'), `# Header.\n${two.join('---\n# Comment.\n---\n')}`)),
    ['ConfigMap t-acme/a: changed'],
  );
  assert.equal(tell(file('workloads/x.yaml', configMap('a', '1'), configMap('a', '2'))), [
    'ConfigMap t-acme/a: changed',
  ]);
});

test('another version of its group is the same object, another namespace or kind is not', () => {
  const old = configMap('a');
  assert.equal(tell(file('workloads/x.yaml', old, old.replace('v1', 'v2'))), ['ConfigMap t-acme/a: changed']);
  assert.equal(
    tell(file('workloads/x.yaml', old, old.replace('apiVersion: v1', 'apiVersion: other.dev/v1'))).length,
    2,
  );
  assert.equal(tell(file('workloads/x.yaml', old, old.replace('t-acme', 't-bolt'))).length, 2);
  assert.equal(tell(file('workloads/x.yaml', old, old.replace('kind: ConfigMap', 'kind: Secret'))).length, 2);
});

test('a move between files of one Application is none', () => {
  assert.equal(
    tell(
      file('workloads/x.yaml', configMap('a'), undefined),
      file('workloads/y.yaml', undefined, configMap('a')),
    ),
    ['ConfigMap t-acme/a: changed'],
  );
});

test('a move to another Application is a deletion and a creation, and says so', () => {
  assert.equal(
    tell(
      file('workloads/x.yaml', configMap('a'), undefined),
      file('foundation/y.yaml', undefined, configMap('a')),
    ),
    [
      'ConfigMap t-acme/a: deleted (moved to prod-use1/tenants/acme/foundation)',
      'ConfigMap t-acme/a: created (moved from prod-use1/tenants/acme/workloads)',
    ],
  );
});

test('another name is a deletion and a creation, and says so', () => {
  assert.equal(tell(file('workloads/x.yaml', configMap('a'), configMap('b'))), [
    'ConfigMap t-acme/a: deleted (renamed to ConfigMap t-acme/b)',
    'ConfigMap t-acme/b: created (renamed from ConfigMap t-acme/a)',
  ]);
  assert.equal(tell(file('workloads/x.yaml', configMap('a', 'one'), configMap('b', 'two'))), [
    'ConfigMap t-acme/a: deleted',
    'ConfigMap t-acme/b: created',
  ]);
});

test('two that were renamed are told one by one', () => {
  const before = [configMap('a'), configMap('b')].join('---\n');
  const after = [configMap('c'), configMap('d')].join('---\n');
  assert.equal(tell(file('workloads/x.yaml', before, after)), [
    'ConfigMap t-acme/a: deleted (renamed to ConfigMap t-acme/c)',
    'ConfigMap t-acme/b: deleted (renamed to ConfigMap t-acme/d)',
    'ConfigMap t-acme/c: created (renamed from ConfigMap t-acme/a)',
    'ConfigMap t-acme/d: created (renamed from ConfigMap t-acme/b)',
  ]);
});

test('a second document of an object does not make a new one of it', () => {
  const [old, other] = [configMap('a', 'one'), configMap('a', 'two')];
  assert.equal(tell(file('workloads/x.yaml', old, `${old}---\n${other}`)), ['ConfigMap t-acme/a: changed']);
  assert.equal(tell(file('workloads/x.yaml', undefined, `${old}---\n${other}`)), [
    'ConfigMap t-acme/a: created',
    `File ${tenant}/workloads/x.yaml: ConfigMap t-acme/a once more: created`,
  ]);
});

test('what is no object still counts', () => {
  assert.equal(tell(file('target.yaml', 'ring: "1"\n', 'ring: "2"\n')), ['TargetFile acme: changed']);
  assert.equal(
    tell({ path: 'prod-use1/platform/x/Chart.yaml', before: 'version: 1\n', after: 'version: 2\n' }),
    ['Chart x: changed'],
  );
  assert.equal(tell({ path: 'prod-use1/platform/x/templates/n.tpl', before: 'a\n', after: 'b\n' }), [
    'File prod-use1/platform/x/templates/n.tpl: changed',
  ]);
  assert.equal(tell(file('workloads/x.yaml', 'a: [\n', 'a: ]\n')), [
    `File ${tenant}/workloads/x.yaml: changed`,
  ]);
});

test('objects that did not change are there for judges', () => {
  const files = [file('workloads/x.yaml', [configMap('a'), configMap('b')].join('---\n'), configMap('a'))];
  const { unchanged } = pairObjects(files);
  assert.equal(
    unchanged().map(({ object, before, after }) => [object.name, before === after]),
    [['a', true]],
  );
});

test.run();
