// Label selectors as boxes: rows of selectors and labels, and what covers what.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { covers } from './box.ts';
import { describeSelector, selectorBox, selects } from './selectors.ts';

const test = suite('selectors');

const equal = (labels: object) => ({ matchLabels: labels });
const where = (key: string, operator: string, ...values: string[]) => ({
  matchExpressions: [{ key, operator, ...(values.length > 0 && { values }) }],
});
const boxOf = (selector: unknown) => selectorBox(selector, 'pod.');

test('whom a selector selects', () => {
  const rows: [selector: unknown, labels: Record<string, string>, isSelected: boolean][] = [
    [{}, {}, true],
    [undefined, { app: 'a' }, true],
    [equal({ app: 'a' }), { app: 'a', tier: 'x' }, true],
    [equal({ app: 'a' }), { app: 'b' }, false],
    [equal({ app: 'a' }), {}, false],
    [where('app', 'In', 'a', 'b'), { app: 'b' }, true],
    [where('app', 'NotIn', 'a'), { app: 'b' }, true],
    [where('app', 'NotIn', 'a'), {}, true],
    [where('app', 'NotIn', 'a'), { app: 'a' }, false],
    [where('app', 'Exists'), { app: 'a' }, true],
    [where('app', 'Exists'), {}, false],
    [where('app', 'DoesNotExist'), {}, true],
    [where('app', 'DoesNotExist'), { app: 'a' }, false],
    [where('app', 'Near', 'a'), { app: 'a' }, false],
    [{ ...equal({ app: 'a' }), ...where('tier', 'Exists') }, { app: 'a' }, false],
  ];
  for (const [selector, labels, isSelected] of rows) {
    assert.is(selects(boxOf(selector), 'pod.', labels), isSelected, JSON.stringify([selector, labels]));
  }
});

test('what several selectors cover together', () => {
  const rows: [outer: unknown[], inner: unknown, isCovered: boolean][] = [
    [[{}], equal({ app: 'a' }), true],
    [[equal({ app: 'a' })], {}, false],
    [[equal({ app: 'a' })], equal({ app: 'a', tier: 'x' }), true],
    [[where('app', 'In', 'a', 'b')], equal({ app: 'b' }), true],
    [[where('app', 'Exists'), where('app', 'DoesNotExist')], {}, true],
    [[where('app', 'In', 'a'), where('app', 'NotIn', 'a')], {}, true],
    [[where('app', 'NotIn', 'a')], where('app', 'NotIn', 'a', 'b'), true],
    [[where('app', 'NotIn', 'a', 'b')], where('app', 'NotIn', 'a'), false],
    [[{ matchFields: [{ key: 'metadata.name' }] }], {}, false],
    [[{}], { matchFields: [{ key: 'metadata.name' }] }, true],
  ];
  for (const [outer, inner, isCovered] of rows) {
    assert.is(covers(outer.map(boxOf), boxOf(inner)), isCovered, JSON.stringify([outer, inner]));
  }
});

test('selectors in words', () => {
  const rows: [selector: unknown, words: string][] = [
    [{}, ''],
    [equal({ 'app.kubernetes.io/name': 'worker', tier: 'x' }), 'name=worker, tier=x'],
    [where('tier', 'In', 'gold', 'silver'), 'tier in (gold, silver)'],
    [where('tier', 'NotIn', 'gold'), 'tier not in (gold)'],
    [where('tier', 'Exists'), 'has tier'],
    [where('tier', 'DoesNotExist'), 'has no tier'],
  ];
  for (const [selector, words] of rows) assert.is(describeSelector(selector), words);
});

test.run();
