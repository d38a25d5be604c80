// An example as lines, on one side and on two.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Change } from '../../changes/classify/classify.ts';
import type { Entry } from '../../review/report.ts';
import { linesOf } from './example-lines.ts';
import { renderExample } from './html-example.ts';
import { readPage } from './testing/markup.ts';
import { fullReport, plainly } from './testing/report.ts';

const test = suite('example lines');
const base = (fullReport(plainly).entries[0] as Entry).example;

function example(before: string | undefined, after: string | undefined): Change {
  return { ...base, texts: { before, after } };
}

/** `-gone`, `+came`, ` same`, `8 same`, `8 more` */
function shown(change: Change, context = 1, most = 100): string[] {
  return linesOf(change, { context, most }).map((line) =>
    'text' in line ? `${line.sign}${line.text}` : `${line.hidden} ${line.isSame ? 'same' : 'more'}`,
  );
}

const numbers = Array.from({ length: 20 }, (_, index) => String(index)).join('\n');

for (const [name, lines, wanted] of [
  [
    'what changed, what is around it, and how much is not shown',
    shown(example(`${numbers}\n`, `${numbers.replace('\n9\n', '\nnine\n')}\n`)),
    ['8 same', ' 8', '-9', '+nine', ' 10', '9 same'],
  ],
  [
    'several changes',
    shown(example('a\nb\nc\nd\ne\nf\n', 'A\nb\nc\nd\ne\nF\n')),
    ['-a', '+A', ' b', '2 same', ' e', '-f', '+F'],
  ],
  ['no line break at the end', shown(example('a\nb', 'a\nc')), [' a', '-b', '+c']],
  ['an object that came', shown(example(undefined, 'a\n\nb\n')), ['+a', '+', '+b']],
  ['an object that went', shown(example('a\nb\n', undefined)), ['-a', '-b']],
  [
    'no more than there is room for',
    shown(example(undefined, `${numbers}\n`), 1, 2),
    ['+0', '+1', '18 more'],
  ],
  [
    'what a judge found of an object that is the same',
    shown({
      ...base,
      texts: { before: undefined, after: undefined },
      before: undefined,
      after: 'from any pod\nto port 80',
    }),
    ['+from any pod', '+to port 80'],
  ],
  [
    'what a judge found that is no text',
    shown({ ...base, texts: { before: undefined, after: undefined }, before: { a: 1 }, after: undefined }),
    ['-{', '-  "a": 1', '-}'],
  ],
] as const) {
  test(name, () => assert.equal(lines, wanted));
}

test('texts that have too little in common are told one after the other', () => {
  const text = (word: string) => Array.from({ length: 900 }, (_, index) => `${word} ${index}\n`).join('');
  const lines = shown(example(text('old'), text('new')), 1, 2000);
  assert.equal([lines.length, lines[899], lines[900]], [1800, '-old 899', '+new 0']);
});

for (const [before, after, marked] of [
  ['cpu: 96', 'cpu: 80', ['96', '80']],
  ['image: claims:4.13.1', 'image: claims:4.14.0', ['3.1', '4.0']],
  ['size: 100Gi', 'size: 1000Gi', ['0']],
  ['name: a👩b', 'name: a👨b', ['👩', '👨']],
  ['name: 👩x', 'name: 👩y', ['x', 'y']],
  ['entirely: something', 'else: here', []],
  ['a: b', 'a: b\nc: d', []],
] as const) {
  test(`marks what differs between ${before} and ${after}`, () => {
    const { elements } = readPage(renderExample(example(`${before}\n`, `${after}\n`)).text);
    assert.equal(
      elements.filter(({ tag }) => tag === 'b').map(({ text }) => text),
      marked,
    );
  });
}

test('both sides have the same number of lines', () => {
  const { elements } = readPage(renderExample(example('a\nb\nc\nd\n', 'a\nx\ny\nz\nw\nd\n')).text);
  const sides = elements.filter(({ tag }) => tag === 'pre').map(({ text }) => text.split('\n'));
  assert.equal(sides, [
    ['  a', '- b', '- c', '', '', '  d', ''],
    ['  a', '+ x', '+ y', '+ z', '+ w', '  d', ''],
  ]);
});

test.run();
