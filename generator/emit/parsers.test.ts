// Five parsers, one reading: what we write is what each of them reads.

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { skip } from '../../scripts/skip.ts';
import { documents, embed } from './testing/documents.ts';
import { findReaders, type Reader } from './testing/readers.ts';
import { sameText } from './testing/same.ts';
import { treacherous } from './testing/treacherous.ts';
import { renderYaml } from './yaml.ts';

const test = suite('five parsers');

/** These take more words for booleans and numbers than YAML 1.2 does. */
const yaml11 = ['sigs.k8s.io/yaml', 'PyYAML'];

const values = [...treacherous.flatMap(embed), ...fc.sample(documents, { numRuns: 2_000, seed: 11 })];

for (const reader of findReaders()) {
  const name = `${reader.name} reads what we write`;
  if (reader.missing !== undefined) {
    skip(test, name, reader.missing);
    continue;
  }
  test(name, () => {
    const texts = values.map(renderYaml);
    assert.is(findMisreadings(reader, values, texts).slice(0, 3).join('\n'), '');
  });
  test(`${reader.name} is caught misreading naive text`, () => {
    const words = ['null', 'true', '1.5', ...(yaml11.includes(reader.name) ? ['no', '1_000', '0x1F'] : [])];
    const naive = [...words, 'text'].map((word) => ({ a: word }));
    const texts = naive.map(({ a }) => `a: ${a}\n`);
    assert.is(findMisreadings(reader, naive, texts).length, words.length);
  });
}

function findMisreadings(reader: Reader, expected: readonly unknown[], texts: readonly string[]): string[] {
  return reader.read(texts).flatMap((actual, index) => {
    const [want, got] = [sameText(expected[index]), sameText(actual)];
    return want === got ? [] : [`${texts[index]}wants ${want}\ngot   ${got}`];
  });
}

test.run();
