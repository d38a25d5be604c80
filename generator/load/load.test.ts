// The whole of the input: what is read, what is left out, and what may lie in `platform/`.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { load } from './load.ts';

const test = suite<{ root: string }>('load');

const inputs = [
  'platform/platform.yaml',
  'platform/tiers.yaml',
  'platform/services.yaml',
  'platform/domains.yaml',
  'platform/components.yaml',
  'platform/recovery.yaml',
  'platform/engines.yaml',
  'platform/compliance/requirements.yaml',
  'platform/compliance/controls.yaml',
  'platform/compliance/states/ny.yaml',
  'platform/compliance/frameworks/naic-668.yaml',
  'platform/releases/stable.yaml',
  'clusters/prod-use1.yaml',
  'tenants/acme.yaml',
  'tenants/zenith.yaml',
];

test.before.each((context) => {
  context.root = mkdtempSync(join(tmpdir(), 'tenantry-load-'));
  const laws = ['platform/compliance/states', 'platform/compliance/frameworks'];
  for (const folder of ['platform/releases', 'platform/templates', ...laws, 'clusters', 'tenants']) {
    mkdirSync(join(context.root, folder), { recursive: true });
  }
  for (const file of inputs) writeFileSync(join(context.root, file), `from: ${file}\n`);
});
test.after.each(({ root }) => rmSync(root, { recursive: true, force: true }));

function found(root: string): string[] {
  return load(root).diagnostics.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}

test('every input is read once, by its place', ({ root }) => {
  const { inputs: read, diagnostics } = load(root);
  assert.equal(diagnostics, []);
  const { platform, tiers, services, domains, components, recovery, engines } = read;
  const { requirements, controls, states, frameworks, releases, clusters, tenants } = read;
  const platforms = [platform, tiers, services, domains, components, recovery, engines];
  const singles = [...platforms, requirements, controls];
  const sources = [...singles, ...states, ...frameworks, ...releases, ...clusters, ...tenants];
  assert.equal(
    sources.map((source) => source?.file),
    inputs,
  );
  for (const source of sources) assert.is(source?.text, `from: ${source?.file}\n`);
});

test('a broken input is left out and named, the others are there', ({ root }) => {
  writeFileSync(join(root, 'platform/tiers.yaml'), 'a: [\n');
  writeFileSync(join(root, 'tenants/acme.yaml'), 'a: &x 1\n');
  const { inputs: read } = load(root);
  assert.is(read.tiers, undefined);
  assert.is(read.platform?.file, 'platform/platform.yaml');
  assert.equal(
    read.tenants.map((tenant) => tenant.file),
    ['tenants/zenith.yaml'],
  );
  assert.equal(found(root), ['platform/tiers.yaml:1:4 valid-yaml', 'tenants/acme.yaml:1:4 no-yaml-alias']);
});

test('an input with a secret is left out, so that nothing later can repeat it', ({ root }) => {
  const secret = `AKIA${'QX7ZL2MN4PRS6TUV'}`;
  writeFileSync(join(root, 'tenants/acme.yaml'), `key: ${secret}\n`);
  const { inputs: read, diagnostics } = load(root);
  assert.equal(
    read.tenants.map((tenant) => tenant.file),
    ['tenants/zenith.yaml'],
  );
  assert.equal(found(root), ['tenants/acme.yaml:1:6 no-secret']);
  assert.not.ok(JSON.stringify(diagnostics).includes(secret));
});

test('missing and misplaced files of the platform are named', ({ root }) => {
  rmSync(join(root, 'platform/domains.yaml'));
  rmSync(join(root, 'platform/services.yaml'));
  symlinkSync('tiers.yaml', join(root, 'platform/services.yaml'));
  writeFileSync(join(root, 'platform/extra.yaml'), 'a: 1\n');
  mkdirSync(join(root, 'platform/old'));
  assert.equal(found(root), [
    'platform/extra.yaml:1:1 no-stray-file',
    'platform/old:1:1 no-stray-file',
    'platform/services.yaml:1:1 no-symlink',
    'platform/domains.yaml:1:1 require-file',
  ]);
});

test('a folder of laws that is missing is named once', ({ root }) => {
  rmSync(join(root, 'platform/compliance'), { recursive: true });
  assert.equal(found(root), ['platform/compliance:1:1 require-folder']);
});

test('an empty root is four missing folders', ({ root }) => {
  rmSync(root, { recursive: true });
  mkdirSync(root);
  const folders = ['platform', 'platform/releases', 'clusters', 'tenants'];
  assert.equal(
    found(root),
    folders.map((folder) => `${folder}:1:1 require-folder`),
  );
});

test.run();
