// Files made to hurt the reader: each is refused with a diagnostic. Times are printed for people, not asserted.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseYaml } from '../yaml/yaml.ts';
import { findSecretsInText } from './secrets.ts';

const test = suite('hostile');

const kibibyte = 1024;
const repeat = (text: string, bytes: number) => text.repeat(Math.floor(bytes / text.length));
const levels = (count: number) =>
  Array.from({ length: count }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('');
const keys = (bytes: number) =>
  Array.from(
    { length: Math.floor(bytes / 11) },
    (_, index) => `k${String(index).padStart(6, '0')}: 1\n`,
  ).join('');

const corpus: Readonly<Record<string, readonly [string, string]>> = {
  '1 MB of keys': [keys(1024 * kibibyte), 'no-large-file'],
  '1 MB scalar': [`a: ${'x'.repeat(1024 * kibibyte)}`, 'no-large-file'],
  '64 KiB of keys': [keys(64 * kibibyte), 'no-crowded-file'],
  '64 KiB of one key': [repeat('k: 1\n', 64 * kibibyte), 'no-duplicate-key'],
  '20k-deep lists': ['['.repeat(20_000), 'no-deep-nesting'],
  '15k-deep mappings': [repeat('{a: ', 60 * kibibyte), 'no-deep-nesting'],
  '16k-deep pairs': [repeat('[a: ', 64 * kibibyte), 'no-deep-nesting'],
  '20k-deep explicit keys': [repeat('[? ', 60 * kibibyte), 'no-deep-nesting'],
  '32k-deep block lists': [repeat('- ', 64 * kibibyte), 'no-deep-nesting'],
  '300-deep block mappings': [levels(300), 'no-deep-nesting'],
  '2k-deep block mappings': [levels(2_000), 'no-large-file'],
  'alias bomb': [
    `a: &a [x, x]\n${repeat('b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n', 4 * kibibyte)}`,
    'no-yaml-alias',
  ],
  '20k aliases': [`[${repeat('*a,', 60 * kibibyte)}]`, 'no-yaml-alias'],
  '20k tags': [repeat('!a\n', 60 * kibibyte), 'valid-yaml'],
  '20k empty lists': [`[${repeat('[],', 60 * kibibyte)}]`, 'no-crowded-file'],
  '64 KiB of NUL': ['\0'.repeat(64 * kibibyte), 'no-invisible-character'],
  '64 KiB of accents': [`a: e${'\u0301'.repeat(32_000)}`, 'require-nfc'],
  '16k documents': [repeat('---\n', 64 * kibibyte), 'no-second-document'],
  '20k directives': [repeat('%a\n', 60 * kibibyte), 'no-yaml-directive'],
  '10k open quotes': [repeat('a: "x\n', 60 * kibibyte), 'valid-yaml'],
  '10k open brackets': [repeat('a: [x\n', 60 * kibibyte), 'valid-yaml'],
  '8k broken lines': [repeat('a: b: c\n', 64 * kibibyte), 'valid-yaml'],
  'nothing but blanks': [repeat('   \n', 64 * kibibyte), 'no-empty-file'],
};

const harmless: Readonly<Record<string, string>> = {
  '64 KiB of a-': `a: ${repeat('a-', 63 * kibibyte)}`,
  '64 KiB of half a token': `a: ${repeat('eyJaaaaaaaa', 63 * kibibyte)}`,
  '64 KiB of PEM starts': `a: ${repeat('-----BEGIN ', 63 * kibibyte)}`,
  '60 KiB of blanks': `a: ${' '.repeat(60 * kibibyte)}b`,
  '10k escapes': `a: "${repeat('\\u0041', 60 * kibibyte)}"`,
  '16k folded lines': `a: >\n${repeat('  x\n\n', 60 * kibibyte)}`,
};

for (const [name, [text, code]] of Object.entries(corpus)) {
  test(name, () => {
    const start = performance.now();
    const parsed = parseYaml('tenants/acme.yaml', text);
    console.log(`${name}: ${(performance.now() - start).toFixed(1)} ms`);
    const diagnostics = 'diagnostics' in parsed ? parsed.diagnostics : [];
    assert.ok(
      diagnostics.some((diagnostic) => diagnostic.code === code),
      JSON.stringify(diagnostics.slice(0, 3)),
    );
    assert.ok(diagnostics.length <= 60);
  });
}

for (const [name, text] of Object.entries(harmless)) {
  test(name, () => {
    const start = performance.now();
    const parsed = parseYaml('tenants/acme.yaml', text);
    assert.equal(findSecretsInText('tenants/acme.yaml', text), []);
    console.log(`${name}: ${(performance.now() - start).toFixed(1)} ms`);
    assert.ok('value' in parsed);
  });
}

test.run();
