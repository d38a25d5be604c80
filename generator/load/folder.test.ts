// What may lie in an input folder: each kind of intruder is planted in a temporary one.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { skip } from '../../scripts/skip.ts';
import { tenantCaps } from '../yaml/caps.ts';
import { readFolder } from './folder.ts';

const test = suite<{ root: string; folder: string }>('readFolder');

test.before.each((context) => {
  context.root = mkdtempSync(join(tmpdir(), 'tenantry-folder-'));
  context.folder = join(context.root, 'tenants');
  mkdirSync(context.folder);
  writeFileSync(join(context.folder, 'acme.yaml'), 'id: acme\n');
});
test.after.each(({ root }) => rmSync(root, { recursive: true, force: true }));

function read(root: string): string {
  const { sources, diagnostics } = readFolder(root, 'tenants', tenantCaps);
  const found = diagnostics.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
  return [...sources.map((source) => source.file), ...found].join(', ');
}

const files: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['README.md', 'words', ''],
  ['.gitkeep', '', ''],
  ['zenith.yaml', 'id: zenith\n', 'tenants/zenith.yaml'],
  ['beta.yml', 'id: beta\n', 'tenants/beta.yml:1:1 no-stray-file'],
  ['.hidden.yaml', 'id: x\n', 'tenants/.hidden.yaml:1:1 no-stray-file'],
  ['notes.txt', 'words', 'tenants/notes.txt:1:1 no-stray-file'],
  ['Zenith.yaml', 'id: zenith\n', 'tenants/Zenith.yaml:1:1 no-stray-file'],
  ['-zenith.yaml', 'id: zenith\n', 'tenants/-zenith.yaml:1:1 no-stray-file'],
  [`${'z'.repeat(64)}.yaml`, 'id: z\n', `tenants/${'z'.repeat(64)}.yaml:1:1 no-stray-file`],
  ['ACME.yaml', 'id: acme\n', 'tenants/ACME.yaml:1:1 unique-file-name'],
  ['acme.yaml.', 'id: acme\n', 'tenants/acme.yaml.:1:1 unique-file-name'],
  ['acme.yaml ', 'id: acme\n', 'tenants/acme.yaml :1:1 unique-file-name'],
  ['caf\u00e9.yaml', 'id: x\n', 'tenants/caf\\u{e9}.yaml:1:1 no-stray-file'],
  ['a\u001b[31m\u202eb.yaml', 'id: x\n', 'tenants/a\\u{1b}[31m\\u{202e}b.yaml:1:1 no-stray-file'],
  ['zenith.yaml', 'a: 1\na: 2\n', 'tenants/zenith.yaml:2:1 no-duplicate-key'],
  ['zenith.yaml', Buffer.from('a: x\nb: caf\xe9\n', 'latin1'), 'tenants/zenith.yaml:2:7 require-utf8'],
  ['zenith.yaml', Buffer.from('\ufeffa: 1\n', 'utf16le'), 'tenants/zenith.yaml:1:1 require-utf8'],
  ['zenith.yaml', '\ufeffa: 1\n', 'tenants/zenith.yaml:1:1 no-invisible-character'],
  ['zenith.yaml', `a: ${'x'.repeat(65_536)}\n`, 'tenants/zenith.yaml:1:1 no-large-file'],
  ['zenith.yaml', '', 'tenants/zenith.yaml:1:1 no-empty-file'],
];

for (const [name, content, expected] of files) {
  test(`${JSON.stringify(name)} with ${JSON.stringify(content).slice(0, 30)}`, ({ root, folder }) => {
    writeFileSync(join(folder, name), content);
    assert.is(read(root), ['tenants/acme.yaml', expected].filter((part) => part).join(', '));
  });
}

test('composed and decomposed twins name each other', ({ root, folder }) => {
  writeFileSync(join(folder, 'caf\u00e9.yaml'), '');
  writeFileSync(join(folder, 'cafe\u0301.yaml'), '');
  const { diagnostics } = readFolder(root, 'tenants', tenantCaps);
  assert.equal(
    diagnostics.map(({ code, related }) => [code, related?.[0]?.file]),
    [
      ['unique-file-name', 'tenants/caf\\u{e9}.yaml'],
      ['unique-file-name', 'tenants/cafe\\u{301}.yaml'],
    ],
  );
});

test('folders, symbolic links and a FIFO are refused without waiting', ({ root, folder }) => {
  mkdirSync(join(folder, 'eu'));
  mkdirSync(join(folder, 'west.yaml'));
  symlinkSync('acme.yaml', join(folder, 'zenith.yaml'));
  symlinkSync('/etc/passwd', join(folder, 'notes'));
  execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
  assert.is(
    read(root),
    [
      'tenants/acme.yaml',
      'tenants/eu:1:1 no-stray-file',
      'tenants/notes:1:1 no-stray-file',
      'tenants/pipe.yaml:1:1 no-special-file',
      'tenants/west.yaml:1:1 no-stray-file',
      'tenants/zenith.yaml:1:1 no-symlink',
    ].join(', '),
  );
});

test('a missing folder, a file in its place and a link to one', ({ root, folder }) => {
  rmSync(folder, { recursive: true });
  assert.is(read(root), 'tenants:1:1 require-folder');
  writeFileSync(folder, '');
  assert.is(read(root), 'tenants:1:1 require-folder');
  rmSync(folder);
  symlinkSync(root, folder);
  assert.is(read(root), 'tenants:1:1 no-symlink');
});

test('names come in code-unit order', ({ root, folder }) => {
  for (const name of ['b', 'a-b', 'a10', 'a2', 'a']) writeFileSync(join(folder, `${name}.yaml`), 'id: x\n');
  const names = readFolder(root, 'tenants', tenantCaps).sources.map(({ file }) => file.slice(8, -5));
  assert.equal(names, ['a-b', 'a', 'a10', 'a2', 'acme', 'b']);
});

if (process.getuid?.() === 0) skip(test, 'a file without read permission', 'root may read every file');
else {
  test('a file without read permission', ({ root, folder }) => {
    chmodSync(join(folder, 'acme.yaml'), 0);
    assert.is(read(root), 'tenants/acme.yaml:1:1 no-unreadable-file');
  });
}

test.run();
