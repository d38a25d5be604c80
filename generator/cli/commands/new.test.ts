// `new` where there is no terminal: complete and valid, or refused without a trace.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Repository } from '../testing/repository.ts';

const test = suite('new');
const repository = new Repository();
test.after(() => repository.remove());

const flags = {
  '--display-name': 'Quill Surety',
  '--tier': 'basic',
  '--home': 'prod-use1',
  '--owner': 'office@quill.example',
  '--cost-centre': 'CC-4000',
};

function runNew(id: string, more: Readonly<Record<string, string>> = {}, ...words: readonly string[]) {
  return repository.run(['new', id, ...Object.entries({ ...flags, ...more }).flat(), ...words]);
}

test('writes a file that the fleet is valid with, and names the next command', () => {
  const { status, stdout, stderr } = runNew('quill');
  assert.equal([status, stderr], [0, '']);
  assert.is(stdout, 'Wrote tenants/quill.yaml. Next: tenantry render --tenant quill\n');
  assert.is(
    repository.read('tenants/quill.yaml'),
    `# yaml-language-server: $schema=../schemas/tenant.schema.json
id: quill
displayName: Quill Surety
tier: basic
home: prod-use1
owner: office@quill.example
costCentre: CC-4000
`,
  );
  assert.is(repository.run(['render']).status, 0);
});

test('takes clusters and a prefix, and quotes what YAML would misread', () => {
  const more = { '--display-name': 'True', '--tier': 'premium', '--prefix': '007' };
  const { status, stderr } = runNew('wren', more, '--cluster', 'prod-use1', 'prod-usw2');
  assert.equal([status, stderr], [0, '']);
  assert.is(
    repository.read('tenants/wren.yaml'),
    `# yaml-language-server: $schema=../schemas/tenant.schema.json
id: wren
displayName: "True"
tier: premium
home: prod-use1
clusters:
  - prod-use1
  - prod-usw2
owner: office@quill.example
costCentre: CC-4000
routing:
  mode: path
  prefix: "007"
clusterOverrides:
  prod-use1:
    subnets:
      - {zone: us-east-1a, cidr: 10.16.64.96/27 }
      - {zone: us-east-1b, cidr: 10.16.64.128/27 }
      - {zone: us-east-1c, cidr: 10.16.64.160/27 }
  prod-usw2:
    subnets:
      - {zone: us-west-2a, cidr: 10.32.64.96/27 }
      - {zone: us-west-2b, cidr: 10.32.64.128/27 }
      - {zone: us-west-2c, cidr: 10.32.64.160/27 }
`,
  );
});

for (const [title, id, more, status, message] of [
  [
    'an id that exists',
    'acme',
    {},
    2,
    'tenantry: tenants/acme.yaml exists. Edit it, or choose another id.\n',
  ],
  ['an id that is a path', '../evil', {}, 1, 'tenants/../evil.yaml:2:5 wrong-format '],
  [
    'text that tries to be YAML',
    'robin',
    { '--owner': 'a@b.example\nid: x' },
    1,
    'tenants/robin.yaml:6:8 wrong-format ',
  ],
  ["another tenant's path", 'robin', { '--prefix': 'blueridge' }, 1, 'unique-route'],
  [
    'a tier that is not sold',
    'robin',
    { '--tier': 'gold' },
    2,
    "tenantry: option '--tier <tier>' argument 'gold'",
  ],
] as const) {
  test(`refuses ${title} and writes nothing`, () => {
    const before = readdirSync(join(repository.root, 'tenants')).join();
    const run = runNew(id, more);
    assert.is(run.stdout, '');
    assert.match(run.stderr, message);
    assert.is(run.status, status);
    assert.is(readdirSync(join(repository.root, 'tenants')).join(), before);
    assert.not.ok(existsSync(join(repository.root, 'evil.yaml')));
  });
}

test('lists the flags that are missing when it cannot ask', () => {
  const { status, stderr } = repository.run(['new', 'robin', '--tier', 'basic', '--home', 'prod-use1']);
  assert.is(status, 2);
  assert.is(
    stderr,
    'tenantry: There is no terminal to ask on. Add to `tenantry new`: --display-name <text> --owner <mailbox> --cost-centre <code>\n',
  );
});

test.run();
