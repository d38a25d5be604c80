// The page as NGINX reads it, a quoted text of its configuration, and as a browser does.
import { parse } from 'parse5';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import tenantSchema from '../../schemas/tenant.schema.json' with { type: 'json' };
import type { TenantTarget } from '../model/target.ts';
import { renderMaintenancePage } from './maintenance-page.ts';

const test = suite('maintenance page');

const render = (displayName: string) =>
  renderMaintenancePage({ tenant: { displayName } as TenantTarget['tenant'] });

/** What would end the text, escape in it or be read as a variable, and what is not ASCII. */
const unsafe = /["\\$]|[^\n\x20-\x7e]/;

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of node.childNodes ?? []) yield* nodesOf(child);
}

function textOf(html: string, name: string): string {
  const found = [...nodesOf(parse(html) as Node)].find(({ nodeName }) => nodeName === name);
  return [...nodesOf(found ?? { nodeName: '' })].map(({ value = '' }) => value).join('');
}

const names = [
  'Acme Mutual',
  "Smith & Sons' Life (NY)",
  'Müller/Søn, Ltd.',
  '東京海上',
  '</title><script>alert(1)</script>',
  '"$x\\',
];

for (const name of names) {
  test(`${name} is read as it is written`, () => {
    const html = render(name);
    assert.not.match(html, unsafe);
    assert.is(textOf(html, 'p'), name);
    assert.is(textOf(html, 'title'), `${name}: not available right now`);
  });
}

test('what is unsafe is found', () => {
  for (const text of ['a"b', 'a\\b', 'a$b', 'ä', '\t']) assert.match(text, unsafe);
});

test('the longest name fits', () => {
  // NGINX refuses a text that is longer than its buffer of 4096 bytes (ngx_conf_file.c: "too long parameter").
  const longest = render('\u{10ffff}'.repeat(tenantSchema.properties.displayName.maxLength));
  assert.ok(Buffer.byteLength(longest) < 4000, `${Buffer.byteLength(longest)} bytes`);
});

test('it loads nothing, runs nothing and has what a screen reader asks for', () => {
  const nodes = [...nodesOf(parse(render('Acme')) as Node)];
  const tags = nodes.map(({ nodeName }) => nodeName);
  for (const tag of ['script', 'img', 'link', 'iframe', 'form', 'a']) assert.not.ok(tags.includes(tag), tag);
  for (const tag of ['main', 'h1', 'title']) assert.is(tags.filter((each) => each === tag).length, 1, tag);
  const attributes = nodes.flatMap(({ attrs = [] }) => attrs);
  assert.ok(attributes.some(({ name, value }) => name === 'lang' && value === 'en'));
  assert.not.ok(attributes.some(({ name }) => /^(?:on|src|href|style)/.test(name)));
  assert.not.match(render('Acme'), /url\(|@import/);
});

test.run();
