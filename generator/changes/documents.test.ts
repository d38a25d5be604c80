// Texts into objects, and whose they are.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { asMapping, parseObject, splitDocuments } from './documents.ts';
import { kindId, placeOf, showObject } from './object.ts';

const test = suite('documents');

test('documents that both sides have are told apart from those that one has', () => {
  const split = (one: string | undefined, other: string | undefined) => splitDocuments(one, other);
  assert.equal(split('a: 1\n---\nb: 2\n', 'b: 2\n---\nc: 3\n'), { own: ['a: 1\n'], shared: ['b: 2\n'] });
  assert.equal(split(undefined, 'a: 1\n'), { own: [], shared: [] });
  assert.equal(split('a: 1\n', undefined), { own: ['a: 1\n'], shared: [] });
  assert.equal(split('# Header.\na: 1\n---\n---\n# Only a comment.\n', undefined), {
    own: ['# Header.\na: 1\n'],
    shared: [],
  });
});

/** `group/Kind namespace/name` of everything in a document. */
function tell(file: string, document: string): string[] {
  return parseObject(file, document).map(
    ({ object }) => `${kindId(object)} ${object.namespace}/${object.name}`,
  );
}

test('what a document is', () => {
  const file = 'prod-use1/tenants/acme/workloads/billing.yaml';
  const rows: readonly (readonly [file: string, document: string, ...told: string[]])[] = [
    [file, 'apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: n}\n', '/Service n/a'],
    [file, 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n', 'apps/Deployment /a'],
    [
      file,
      'apiVersion: rds.aws.m.upbound.io/v1beta1\nkind: Instance\nmetadata: {name: a, namespace: 1}\n',
      'rds.aws.m.upbound.io/Instance /a',
    ],
    [file, '{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "a"}}\n', '/Secret /a'],
    [file.replace('.yaml', '.yml'), 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n', '/Secret /a'],
    [
      file.replace('.yaml', '.json'),
      '{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "a"}}',
      '/Secret /a',
    ],
    [file, 'kind: Service\nmetadata: {name: a}\n', `tenantry.dev/File /${file}`],
    [file, 'apiVersion: v1\nmetadata: {name: a}\n', `tenantry.dev/File /${file}`],
    [file, 'apiVersion: v1\nkind: Service\n', `tenantry.dev/File /${file}`],
    [file, 'apiVersion: v1\nkind: Service\nmetadata: {name: 1}\n', `tenantry.dev/File /${file}`],
    [file, 'just text\n', `tenantry.dev/File /${file}`],
    [file, 'a: [\n', `tenantry.dev/File /${file}`],
    [file, 'a: &x 1\nb: *x\n', `tenantry.dev/File /${file}`],
    [file, 'null\n'],
    ['prod-use1/platform/x/notes.txt', 'text\n', 'tenantry.dev/File /prod-use1/platform/x/notes.txt'],
    ['prod-use1/tenants/acme/target.yaml', 'ring: "1"\n', 'tenantry.dev/TargetFile /acme'],
    [
      'prod-use1/tenants/acme/data/target.yaml',
      'ring: "1"\n',
      'tenantry.dev/File /prod-use1/tenants/acme/data/target.yaml',
    ],
  ];
  for (const [path, document, ...told] of rows) assert.equal(tell(path, document), told, document);
});

test('the two files of a chart are data of kinds of their own', () => {
  const rows: readonly (readonly [path: string, document: string, told: string])[] = [
    ['prod-use1/platform/x/Chart.yaml', 'name: x\n', 'tenantry.dev/Chart /x'],
    ['prod-use1/platform/x/values.yaml', 'x: {}\n', 'tenantry.dev/ChartValues /x'],
    ['prod-use1/platform/x/values.yaml', '- x\n', 'tenantry.dev/File /prod-use1/platform/x/values.yaml'],
    [
      'prod-use1/platform/x/templates/values.yaml',
      'x: {}\n',
      'tenantry.dev/File /prod-use1/platform/x/templates/values.yaml',
    ],
  ];
  for (const [path, document, told] of rows) assert.equal(tell(path, document), [told], path);
});

test('what is read is there, with its text', () => {
  const document = '# Why.\napiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {x: 1}\n';
  const [parsed] = parseObject('prod-use1/argocd/a.yaml', document);
  assert.is(parsed?.text, document);
  assert.equal(parsed?.value.spec, { x: 1 });
  const [file] = parseObject('prod-use1/platform/x/a.tpl', 'text\n');
  assert.equal(file?.value, { text: 'text\n' });
  assert.is(file?.text, 'text\n');
  const [target] = parseObject('prod-use1/tenants/acme/target.yaml', 'ring: "1"\n');
  assert.equal([target?.value, target?.text], [{ ring: '1' }, 'ring: "1"\n']);
});

test('where a file stands', () => {
  const rows = [
    ['prod-use1/tenants/acme/data/db.yaml', 'prod-use1', 'acme', 'prod-use1/tenants/acme/data'],
    ['prod-use1/tenants/acme/target.yaml', 'prod-use1', 'acme', 'prod-use1/tenants/acme/target.yaml'],
    ['prod-use1/platform/access/roles.yaml', 'prod-use1', '', 'prod-use1/platform/access'],
    ['prod-use1/argocd/projects/acme.yaml', 'prod-use1', 'acme', 'prod-use1/argocd'],
    ['prod-use1/schedules/acme.yaml', 'prod-use1', 'acme', 'prod-use1/schedules'],
    ['prod-use1/argocd/sets/data.yaml', 'prod-use1', '', 'prod-use1/argocd'],
    ['prod-use1/bootstrap/root.yaml', 'prod-use1', '', 'prod-use1/bootstrap'],
  ];
  for (const [file = '', cluster, tenant, application] of rows) {
    assert.equal(placeOf(file), { cluster, tenant, application }, file);
  }
});

test('objects in words, and mappings only', () => {
  const object = { group: '', kind: 'Service', namespace: 't-acme', name: 'a' };
  assert.is(showObject(object), 'Service t-acme/a');
  assert.is(showObject({ ...object, namespace: '' }), 'Service a');
  for (const value of [null, undefined, 'text', 1, [1]]) assert.equal(asMapping(value), {});
  assert.equal(asMapping({ a: 1 }), { a: 1 });
});

test.run();
