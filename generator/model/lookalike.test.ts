// Names that a person takes for each other, and names that nobody does.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { scriptsOf, skeletonOf, skeletonOfHost } from './lookalike.ts';

const test = suite('lookalike');

for (const [one, other] of [
  ['acme', 'acrne'],
  ['acme-eu', 'acmeeu'],
  ['willow', 'vvillow'],
  ['northfield', 'northfieId'],
  ['tenant-0', 'tenant-o'],
  ['tenant-1', 'tenant-l'],
  ['Acme Mutual', 'ACME  Mutual, '],
  ['Acme', 'Асмe'],
  ['Ocean', 'Осеап'],
  ['Zürich Re', 'Zurich Re'],
  ['Łódź Life', 'Lodz Life'],
  ['Ａｃｍｅ', 'Acme'],
  ['Phony', 'ΡΗΟΝΥ'],
] as const) {
  test(`${one} and ${other} look the same`, () => assert.is(skeletonOf(one), skeletonOf(other)));
}

for (const [one, other] of [
  ['acme', 'acne'],
  ['acme', 'acmes'],
  ['tenant-1', 'tenant-2'],
  ['tenant-11', 'tenant-1'],
  ['Cedar Valley', 'Cedar Vale'],
  ['Привет', 'Пока'],
  ['東京海上', '大阪海上'],
] as const) {
  test(`${one} and ${other} do not`, () => assert.is.not(skeletonOf(one), skeletonOf(other)));
}

test('a host keeps its dots', () => {
  assert.is(skeletonOfHost('portal.acme-eu.example'), skeletonOfHost('porta1.acrneeu.example'));
  assert.is.not(skeletonOfHost('portal.acme.example'), skeletonOfHost('portalacme.example'));
});

for (const [text, scripts] of [
  ['Acme & Sons, 1904', ['Latin']],
  ['1904', []],
  ['Łódź Życie', ['Latin']],
  ['Аcme', ['Latin', 'Cyrillic']],
  ['Ωmega', ['Latin', 'Greek']],
  ['東京かいじょうカ', ['East Asian']],
  ['한국 손해', ['East Asian']],
  ['ไทย', ['another']],
  ['Aไทย', ['Latin', 'another']],
] as const) {
  test(`${text} is written in ${scripts.join(' and ') || 'no'} letters`, () => {
    assert.equal(scriptsOf(text), scripts);
  });
}

test.run();
