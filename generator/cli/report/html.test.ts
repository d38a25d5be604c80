// The page of a change: whole without a network or a script, and nothing in it does what a value wants.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { reportOf } from '../../review/report.ts';
import { visible } from '../terminal/visible.ts';
import { renderHtml } from './html.ts';
import { type Members, membersOf } from './html-members.ts';
import { hiddenCharacter, hostileText, sayingOf } from './testing/hostile.ts';
import { type Element, type Markup, readPage } from './testing/markup.ts';
import { fullReport, largeReport, plainly } from './testing/report.ts';

const test = suite('html');

const page = renderHtml(fullReport(plainly));
const markup = readPage(page);

test('each group is a card under the heading of its lane, with all that is known of it', () => {
  const cards = markup.elements.filter(({ tag }) => tag === 'article');
  assert.is(cards.length, fullReport(plainly).entries.length);
  assert.ok(cards.every(({ around }) => around.join(' ') === 'html body div main section'));
  const text = squeeze(find(markup, ({ attributes }) => attributes.id === 'change-000000000000').text);
  for (const words of [
    'Deployment claims-api spec.hard[cpu]',
    '4 → 6',
    'in 2 tenants on prod-use1',
    'data loss pods beyond the limit are not admitted see tables',
    'cost more is paid for docs.aws.amazon.com',
    'Caused by platform/tiers.yaml:8:3 premium.quota.cpu 4 → 6',
    'Exceptions 2 tenants differ because they override quota.cpu: lakeshore (tenants/x.yaml:16:3)',
    'Needs an approval in platform/approvals/000000000000.yaml',
    'Example rendered/prod-use1/tenants/acme/foundation/quota.yaml',
    'Before kind: Deployment spec: - cpu: 4 After kind: Deployment spec: + cpu: 6',
    '3 members',
  ]) {
    assert.ok(text.includes(words), `${words}\nis not in\n${text}`);
  }
});

test('needs no network, and its policy lets nothing run that it did not come with', () => {
  const policy = find(markup, ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
  const [style, script] = [
    find(markup, ({ tag }) => tag === 'style'),
    find(markup, ({ tag, attributes }) => tag === 'script' && attributes.type === undefined),
  ].map(({ text }) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  assert.is(
    policy.attributes.content,
    `default-src 'none'; style-src ${style}; script-src ${script}; base-uri 'none'; form-action 'none'`,
  );
  const hosts = Array.from(page.matchAll(/https?:\/\/[^/"<]+/g), ([host]) => host);
  assert.equal([...new Set(hosts)], ['https://docs.aws.amazon.com']);
  assert.not.match(
    page,
    /@import|url\(|fetch\(|XMLHttpRequest|innerHTML|insertAdjacentHTML|document\.write|eval\(/,
  );
});

test('without scripts everybody is named; with them nobody is named twice', () => {
  const without = readPage(page, false).elements.filter(({ around }) => around.includes('noscript'));
  assert.ok(without.some(({ tag, text }) => tag === 'dd' && text === 'acme, harborview, claims-api'));
  assert.ok(
    readPage(page, false).elements.some(({ tag, attributes }) => tag === 'aside' && 'hidden' in attributes),
  );
});

test('says when nothing changes', () => {
  const { elements, texts } = readPage(renderHtml(reportOf('main', [])));
  assert.ok(texts.some(({ text }) => text === 'Nothing changes against main.'));
  assert.not.ok(elements.some(({ tag }) => ['form', 'article', 'table'].includes(tag)));
});

test('the members that the script is given are those of the report', () => {
  const report = largeReport({ groups: 4, tenants: 30, clusters: 3, length: 1 });
  const members = membersOf(report.entries);
  assert.equal(
    fill(members),
    report.entries.map((entry) =>
      entry.members.map(({ cluster, tenant, namespace, name, file }) => [
        cluster,
        tenant,
        namespace,
        name,
        file,
      ]),
    ),
  );
});

test('at a thousand tenants on two clusters it stays light', () => {
  const size = (text: string) => Buffer.byteLength(text) / 1e6;
  const few = size(renderHtml(largeReport({ groups: 40, tenants: 1000, clusters: 2, length: 500 })));
  assert.ok(few < 3, `${few} MB`);
  const many = size(renderHtml(largeReport({ groups: 3000, tenants: 2, clusters: 2, length: 3000 })));
  assert.ok(many < 10, `${many} MB`);
});

test('whatever a text says, it is shown and not obeyed', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1, maxLength: 12 }), (texts) => {
      const say = sayingOf(texts);
      const report = fullReport(say);
      const text = renderHtml(report);
      assert.not.match(text, hiddenCharacter);
      for (const hasScripts of [true, false]) {
        const found = readPage(text, hasScripts);
        assert.equal(badIn(found), []);
        assert.is(found.elements.filter(({ tag }) => tag === 'article').length, report.entries.length);
        assert.ok(find(found, ({ tag }) => tag === 'h3').text.startsWith(visible(say('Deployment'))));
      }
      const data = find(readPage(text), ({ attributes }) => attributes.id === 'members').text;
      assert.equal(
        fill(JSON.parse(data))[0]?.map(([, , namespace]) => namespace),
        report.entries[0]?.members.map(({ namespace }) => visible(namespace)),
      );
    }),
    { numRuns: 100 },
  );
});

test('these checks find what they look for', () => {
  for (const text of [
    '<img src=x>',
    '<b onclick=x>x</b>',
    '<a href="javascript:x">x</a>',
    '<script>x</script>',
    '<p style="x">',
    '<base href=x>',
    '<!-- x -->',
  ]) {
    assert.ok(badIn(readPage(`<!doctype html><title>x</title>${text}`)).length > 0, text);
  }
});

/** Every member in full, as the script shows it. */
function fill({ clusters, tenants, shapes, groups }: Members): string[][][] {
  return groups.map((blocks) =>
    blocks.flatMap(([cluster, shape, members]) =>
      members.map((number) => {
        const [place = '', tenant = ''] = [clusters[cluster], tenants[number]];
        const own = (text: string) =>
          text.replaceAll('\u0002', () => place).replaceAll('\u0001', () => tenant);
        return [place, tenant, ...(shapes[shape] ?? []).map(own)];
      }),
    ),
  );
}

const tags =
  `html head meta title style body a header p h1 strong code table caption thead tbody tr th td div aside details
  summary output form label input fieldset legend span datalist select option button main section h2 article h3 del ins ul li
  small dl dt dd figure figcaption pre b noscript script`.split(/\s+/);
const names =
  `lang charset http-equiv content name class href id scope hidden role form aria-label aria-labelledby
  type value autocomplete spellcheck placeholder list data-group data-lane data-kind data-approval title rel tabindex`.split(
    /\s+/,
  );

/** What a page of ours never has. */
function badIn({ elements, comments }: Markup): string[] {
  const scripts = elements.filter(({ tag }) => tag === 'script');
  return [
    ...elements.filter(({ tag }) => !tags.includes(tag)).map(({ tag }) => tag),
    ...elements.flatMap(({ attributes }) => Object.keys(attributes).filter((name) => !names.includes(name))),
    ...elements.flatMap(({ attributes: { href = '#' } }) =>
      /^(?:#|https:\/\/docs\.aws\.amazon\.com\/)/.test(href) ? [] : [href],
    ),
    ...(scripts.length === 2 ? [] : [`${scripts.length} scripts`]),
    ...comments,
  ];
}

function find({ elements }: Markup, isMeant: (element: Element) => boolean): Element {
  const found = elements.find(isMeant);
  if (found === undefined) throw new Error('No such element');
  return found;
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

test.run();
