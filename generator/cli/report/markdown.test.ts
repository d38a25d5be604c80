// A comment of a pull request: what it says, how long it may be, and that nothing in it says more than it is meant to.
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Entry, reportOf } from '../../review/report.ts';
import { renderMarkdown } from './markdown.ts';
import { hiddenCharacter, hostileText, sayingOf } from './testing/hostile.ts';
import { type Markup, readMarkdown } from './testing/markup.ts';
import { fullReport, largeReport, plainly } from './testing/report.ts';

const test = suite('markdown');

const nowhere = { wholeReport: undefined };
const [, , worst] = fullReport(plainly).entries as [Entry, Entry, Entry];
const source = 'https://docs.aws.amazon.com/a/b.html#c';

test('tells what, where, why, from where, who differs, what it needs, and an example', () => {
  assert.is(
    renderMarkdown(reportOf('HEAD (05e64ed)', [worst]), nowhere),
    `<!-- tenantry-report -->

Against HEAD (\`05e64ed\`) this change touches 1 object (1 changed) in 2 tenants on 1 cluster. Data loss: 3 changes in 2 tenants on 1 cluster, which destroys what no rollback brings back. 1 group must be approved before this can be rendered.

| lane | changes | tenants | clusters | groups |
| --- | --: | --: | --: | --: |
| data loss | 3 | 2 | 1 | 1 |

### Data loss

**\`Deployment claims-api spec.hard[cpu]: 4 → 6\`** in 2 tenants on prod-use1

- data loss: pods beyond the limit are not admitted
- cost: more is paid for ([docs.aws.amazon.com](${source}))
- from \`platform/tiers.yaml:8\` \`premium.quota.cpu\`
- from \`platform/tiers.yaml:8\`
- 2 tenants differ because they override \`quota.cpu\`: lakeshore (\`tenants/x.yaml:16:3\`), pinecrest (\`tenants/x.yaml:16:3\`)
- change \`000000000000\` **needs an approval** in \`platform/approvals/000000000000.yaml\`

<details><summary>Example and 3 members</summary>

\`rendered/prod-use1/tenants/acme/foundation/quota.yaml\`

\`\`\`diff
 kind: Deployment
 spec:
-  cpu: 4
+  cpu: 6
\`\`\`

- \`prod-use1\`: \`acme\`, \`harborview\`, \`claims-api\`

</details>

The whole report: \`tenantry diff --format html\`
`,
  );
});

test('says when nothing changes, and where the whole report is', () => {
  assert.is(
    renderMarkdown(reportOf('main', []), { wholeReport: 'report.html of https://ci.example/runs/7' }),
    `<!-- tenantry-report -->

Nothing changes against main.

The whole report: \`report.html\` of <https://ci.example/runs/7>
`,
  );
});

test('an issue of GitHub that a table names hears nothing of the comment', () => {
  const verdict = { lane: 'stuck', reason: 'no', source: 'https://github.com/a/b/issues/1' } as const;
  const entry = { ...worst, example: { ...worst.example, verdicts: [verdict] } };
  const text = renderMarkdown(reportOf('main', [entry]), nowhere);
  assert.match(text, '([github.com](https://redirect.github.com/a/b/issues/1))');
});

for (const size of [
  { groups: 30, tenants: 1000, clusters: 2, length: 100 },
  { groups: 4000, tenants: 2, clusters: 2, length: 3000 },
  { groups: 500, tenants: 12, clusters: 10, length: 5000, character: '保' },
  { groups: 500, tenants: 4, clusters: 1, length: 200, character: '`' },
  { groups: 500, tenants: 4, clusters: 1, length: 200, character: '\u202e' },
]) {
  test(`stays short enough for a comment: ${JSON.stringify(size)}`, () => {
    const report = largeReport(size);
    const text = renderMarkdown(report, { wholeReport: 'everything '.repeat(1000) });
    assert.ok(Buffer.byteLength(text) < 65_536 && text.length < 65_536, `${Buffer.byteLength(text)} bytes`);
    assert.ok(
      Buffer.byteLength(text) > 45_000,
      `only ${Buffer.byteLength(text)} bytes, although there is more`,
    );
    assert.is(countLeftOut(text) + countTold(text), size.groups);
    assert.equal(badIn(readMarkdown(text)), []);
  });
}

test('says exactly what it leaves out, and tells the dangerous longest', () => {
  const text = renderMarkdown(largeReport({ groups: 180, tenants: 30, clusters: 2, length: 60 }), nowhere);
  const [shortened = ''] = /^> [\s\S]*?\n\n/m.exec(text) ?? [];
  assert.is(
    shortened,
    `> **Shortened to fit a comment.** Groups by lane, the least dangerous first to go:
> - left out: 20 of 20 downtime, 20 of 20 cost, 20 of 20 neutral
> - named only, without reasons and causes: 14 of 20 exposure, 20 of 20 recoverability, 20 of 20 unknown
> - without example and members: 20 of 20 data loss, 20 of 20 stuck, 20 of 20 rejected, 6 of 20 exposure

`,
  );
  assert.is(text.match(/^20 groups left out\.$/gm)?.length, 3);
});

test('whatever a text says, it is shown and not obeyed', () => {
  const plain = blocksOf(readMarkdown(renderMarkdown(fullReport(plainly), nowhere)));
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1, maxLength: 12 }), (texts) => {
      const report = fullReport(sayingOf(texts));
      const text = renderMarkdown(report, nowhere);
      assert.not.match(text, hiddenCharacter);
      const markup = readMarkdown(text);
      assert.equal(badIn(markup), []);
      if (!text.includes('**Shortened')) assert.equal(blocksOf(markup), plain);
    }),
    { numRuns: 150 },
  );
});

test('these checks find what they look for', () => {
  for (const text of [
    'thanks @octocat',
    'see #12',
    'see GH-12',
    'org/repo#12',
    'https://evil.example',
    'www.evil.example',
    'a@evil.example',
    '![a](b)',
    '[a](b)',
    '<img src=x>',
    '<b>x</b>',
    '<script>x</script>',
    'in 05e64ed1',
    ':tada:',
    '$`x`$',
    '> a\n\n<!-- x -->',
    '# a',
    '1. a',
    '~~a~~',
    '[^1]\n\n[^1]: a',
    '\u202e',
  ]) {
    assert.ok(badIn(readMarkdown(text)).length > 0, text);
  }
});

/** Groups that are told at any length: each names its change once as a change. */
function countTold(text: string): number {
  return text.match(/(?:- |; )change `/g)?.length ?? 0;
}

function countLeftOut(text: string): number {
  const [, list = ''] = /^> - left out: (.*)$/m.exec(text) ?? [];
  return [...list.matchAll(/([\d,]+) of/g)].reduce(
    (sum, [, number = '']) => sum + Number(number.replace(',', '')),
    0,
  );
}

const attributes: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    'table thead tbody tr h3 p ul li strong details summary pre blockquote'
      .split(' ')
      .map((tag) => [tag, []]),
  ),
  th: ['align'],
  td: ['align'],
  code: ['class'],
  a: ['href'],
};

/** What GitHub would turn into a link, a notification, an image or a formula. */
const active = /[@#$<>]|\bGH-\d|:\w+:|[0-9a-f]{7}|:\/\/|www\.|\b[A-Z]+-\d/;

/** What a comment of ours never has. */
function badIn({ elements, comments, texts }: Markup): string[] {
  const loose = texts.filter(({ around }) => !around.includes('code') && !around.includes('a'));
  return [
    ...elements.flatMap(({ tag, attributes: own }) => {
      const allowed = attributes[tag];
      return Object.keys(own).every((name) => allowed?.includes(name)) && allowed !== undefined
        ? []
        : [`<${tag}>`];
    }),
    ...elements.flatMap(({ attributes: { href } }) => (href === undefined || href === source ? [] : [href])),
    ...comments.filter((comment) => comment !== ' tenantry-report '),
    ...loose.flatMap(({ text }) => (active.test(text) || hiddenCharacter.test(text) ? [text] : [])),
  ];
}

/** Paragraphs, lists, tables and folds in their order, and what they are in. */
function blocksOf({ elements }: Markup): string[] {
  const blocks = elements.filter(({ tag }) => !['code', 'a', 'strong'].includes(tag));
  return blocks.map(({ tag, around }) => [...around, tag].join(' '));
}

test.run();
