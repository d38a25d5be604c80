// Text of unknown origin in GitHub's Markdown: it is shown and never obeyed. It notifies nobody, links nothing, and ends
// nothing that stands around it. Knows no report.
// https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
import { visible } from '../terminal/visible.ts';
import { linkOf } from './sources.ts';

/** Bytes of UTF-8, of which a text has no fewer than UTF-16 units. */
export function sizeOf(text: string): number {
  return Buffer.byteLength(text);
}

/** At most so many UTF-16 units of one line; a `…` stands for the rest. */
export function shorten(text: string, most: number): string {
  // What hides is shown by its number, which takes up to ten units for one: more than `most` of them are never needed.
  const line = visible(text.slice(0, most + 1));
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A code span. In it neither Markdown nor mentions nor references mean anything. */
export function code(text: string, most = 200): string {
  const shown = shorten(text, most);
  if (shown === '') return '`""`';
  const fence = '`'.repeat(longestRun(shown, '`') + 1);
  const pad = /^[ `]|[ `]$/.test(shown) && shown.trim() !== '' ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Words that cannot mean anything but themselves, to GitHub too: `claims`, `prod-use1`, `and/or`, `640`, `1,200`, `×`. */
const plainWord =
  /^(?:\p{L}+(?:['’]\p{L}+)*|\p{L}+(?:\/\p{L}+)+|[a-z]+(?:-[a-z]+\d{0,3})+|\d{1,6}|\d{1,3}(?:,\d{3})+|[×→])$/u;

/** Looks like the hash of a commit, which GitHub links. */
const hashLike = /[0-9a-f]{7}/i;

/** A sentence on one line; whatever in it is more than a word becomes a code span. Must not begin a line. */
export function prose(text: string, most = 600): string {
  const words = shorten(text, most).split(' ');
  return words.map(showWord).join(' ');
}

/** Like `prose`, for the words of whoever runs this: an https address in it becomes a link. */
export function proseWithLinks(text: string, most = 600): string {
  const words = shorten(text, most).split(' ');
  return words.map((word) => (linkOf(word) === undefined ? showWord(word) : `<${word}>`)).join(' ');
}

function showWord(word: string): string {
  const [, open = '', core = '', close = ''] = /^(["'(]*)(.*?)([)"'.,;:]*)$/u.exec(word) ?? [];
  if (core === '' || (plainWord.test(core) && !hashLike.test(core))) return word;
  return `${open}${code(core, core.length)}${close}`;
}

/** A page that one of our tables names. */
export function link(source: string): string | undefined {
  const found = linkOf(source);
  return found && `[${found.label}](${withoutMention(found.url)})`;
}

/** GitHub tells an issue about every comment that links it, but not of links by way of this host, which leads on to it. */
function withoutMention(url: string): string {
  return url.replace(/^https:\/\/(?:www\.)?github\.com\//i, 'https://redirect.github.com/');
}

/** A fenced block of lines that are shown as they are. */
export function fence(language: string, lines: readonly string[]): string {
  const shown = lines.map((line) => shorten(line, 200));
  const mark = '`'.repeat(Math.max(3, ...shown.map((line) => longestRun(line, '`') + 1)));
  return [`${mark}${language}`, ...shown, mark].join('\n');
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const one of text) {
    run = one === character ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
