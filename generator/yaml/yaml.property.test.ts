// Properties of the YAML reader over generated texts and values.
import fc from 'fast-check';
import { dump } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Path, Source, Yaml } from '../model/source.ts';
import { locate } from './locate.ts';
import { parseYaml } from './yaml.ts';

const test = suite('parseYaml, for all');

const grammar = fc.constantFrom(
  ...[
    'a',
    'b: ',
    ': ',
    '- ',
    '? ',
    '\n',
    '\n  ',
    '  ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '#',
    ' # ',
    '&x ',
    '*x',
    '!t ',
    '!!str ',
  ],
  ...[
    '| ',
    '>-',
    '---\n',
    '...\n',
    '%YAML',
    '\t',
    '\r\n',
    '\0',
    '\ud800',
    '\u202e',
    'e\u0301',
    '<<: ',
    '1.10',
    '007',
    '\\',
    '@',
    '`',
  ],
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(grammar, { maxLength: 60 }).map((parts) => parts.join('')),
);

test('no text throws, and every diagnostic stands in it', () => {
  const ownNames = Object.getOwnPropertyNames(Object.prototype).join();
  fc.assert(
    fc.property(anyText, (text) => {
      const parsed = parseYaml('t.yaml', text);
      if ('value' in parsed) return;
      assert.ok(parsed.diagnostics.length > 0);
      const lines = text.split('\n');
      for (const { line, column, length, message, hint } of parsed.diagnostics) {
        assert.ok(
          column + (length ?? 0) <= (lines[line - 1]?.length ?? -1) + 1,
          `${line}:${column}+${length}`,
        );
        assert.ok(message && hint);
      }
    }),
    { numRuns: 4_000 },
  );
  assert.is(Object.getOwnPropertyNames(Object.prototype).join(), ownNames);
});

test('a dumped JSON value is read back, or refused for a named reason', () => {
  let readBack = 0;
  const reasons =
    /^(?:no-lossy-number|no-prototype-key|no-invisible-character|no-tab|require-nfc|no-carriage-return|no-deep-nesting|no-crowded-file)$/;
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 6 }), (value) => {
      const parsed = parseYaml('t.yaml', dump(value, { noRefs: true }));
      if ('value' in parsed) {
        readBack++;
        assert.is(JSON.stringify(parsed.value), JSON.stringify(value));
      } else for (const { code, message } of parsed.diagnostics) assert.match(code, reasons, message);
    }),
    { numRuns: 2_000 },
  );
  assert.ok(readBack > 200, `only ${readBack} values were read back`);
});

test('every path of a value is found, a scalar where its text stands', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = dump(value, { noRefs: true, quoteStyle: 'double' });
      const parsed = parseYaml('t.yaml', text);
      if ('diagnostics' in parsed) return;
      const source = { file: 't.yaml', text, value: parsed.value };
      visit(parsed.value, [], source);
    }),
    { numRuns: 1_000 },
  );
});

function visit(value: Yaml, path: Path, source: Source): void {
  const { line, column, length } = locate(source, path, 'value');
  const shown = (source.text.split('\n')[line - 1] ?? '').slice(column - 1, column - 1 + (length ?? 0));
  if (typeof value === 'number' || typeof value === 'boolean') assert.is(shown, String(value));
  else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      visit(item as Yaml, [...path, Array.isArray(value) ? Number(key) : key], source);
    }
  }
}

test.run();
