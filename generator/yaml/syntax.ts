// Says js-yaml's syntax errors in our words and points at what to change. Knows nothing of values.
import type { YAMLException } from 'js-yaml';
import type { Mistake } from './mistakes.ts';
import { lineStart } from './places.ts';
import { findUnclosed } from './unclosed.ts';

type Words = Pick<Mistake, 'code' | 'message' | 'hint'>;

const valid = (message: string, hint: string): Words => ({ code: 'valid-yaml', message, hint });

/** First match wins. A test holds this list against every message of the installed js-yaml. */
const reasons: readonly (readonly [RegExp, Words])[] = [
  [
    /nesting exceeded/,
    {
      code: 'no-deep-nesting',
      message: 'The nesting is too deep.',
      hint: 'No input needs more than a few levels.',
    },
  ],
  [
    /anchor|alias/,
    {
      code: 'no-yaml-alias',
      message: 'Anchors (`&`) and aliases (`*`) are not allowed.',
      hint: 'Write the value out, or quote a text that starts so.',
    },
  ],
  [
    /\btag\b/,
    {
      code: 'no-yaml-tag',
      message: 'Tags (`!`) are not allowed.',
      hint: 'Remove the tag, or quote a text that starts with `!`.',
    },
  ],
  [/tab characters/, { code: 'no-tab', message: 'There is a tab character (U+0009).', hint: 'Use spaces.' }],
  [
    /non-printable|valid JSON character|null byte/,
    {
      code: 'no-invisible-character',
      message: 'There is a control character.',
      hint: 'Delete it, or write the plain character that was meant.',
    },
  ],
  [
    /escape sequence|hexadecimal/,
    valid('YAML does not know this escape.', 'Write `\\\\` for a backslash, or use single quotes.'),
  ],
  [/quoted scalar/, valid('A quote is never closed.', 'Write the closing quote.')],
  [/within a flow collection/, valid('A bracket is never closed.', 'Write the closing bracket.')],
  [
    /missed comma/,
    valid(
      'A comma is missing between two entries.',
      'Separate entries with `, `; quote a text that holds brackets or commas.',
    ),
  ],
  [/found ','/, valid('There is nothing before this comma.', 'Remove the comma.')],
  [/whitespace character is expected/, valid('A space is missing after the colon.', 'Write `key: value`.')],
  [
    /expected ':'|multiline key/,
    valid('This is not `key: value`.', 'Write `key: value`, or indent it if it continues the value above.'),
  ],
  [
    /block scalar|chomping|indentation width|line break is expected/,
    valid(
      'A text block must start on the line after `|` or `>`.',
      'Write `|` alone, the text indented below it.',
    ),
  ],
  [
    /indentation|document separator/,
    valid(
      'This does not fit the lines above.',
      'Indent it like its neighbours, two spaces per level; quote a value that holds `: ` or ` #`.',
    ),
  ],
];

const fallback = valid('This is not valid YAML.', 'Compare it with a neighbouring file.');

/** The mistake behind a parser's error. `text` is what the parser was given. */
export function explainSyntaxError(error: YAMLException, text: string): Mistake {
  const position = error.mark?.position ?? 0;
  const unclosed = /unexpected end|deficient|missed comma/.test(error.reason)
    ? findUnclosed(text, position)
    : undefined;
  if (unclosed !== undefined) return explainUnclosed(unclosed, text);
  const at = Math.min(position, Math.max(text.trimEnd().length - 1, 0));
  if (/multiline key/.test(error.reason))
    return explainLine(error.reason, text, previousLine(text, position));
  if (/expected ':'/.test(error.reason)) return explainLine(error.reason, text, at);
  if (/indentation|document separator/.test(error.reason)) {
    if (isOverIndented(text, at)) return explainLine(error.reason, text, at);
    return { ...(wordsForRest(text, at) ?? wordsFor(error.reason)), at, length: 1 };
  }
  return { ...wordsFor(error.reason), at, length: 1 };
}

function wordsFor(reason: string): Words {
  return reasons.find(([pattern]) => pattern.test(reason))?.[1] ?? fallback;
}

function explainUnclosed(at: number, text: string): Mistake {
  const opener = text[at] ?? '';
  const closer = { '[': ']', '{': '}' }[opener] ?? opener;
  return {
    ...valid(`This \`${opener}\` is never closed.`, `Write the closing \`${closer}\`.`),
    at,
    length: 1,
  };
}

/** The parser stops at the end of such a line; what is to be changed is all of it. */
function explainLine(reason: string, text: string, at: number): Mistake {
  const start = lineStart(text, at);
  const line = text.slice(start).split('\n', 1)[0] ?? '';
  const content = line.trim();
  return { ...wordsFor(reason), at: start + line.indexOf(content), length: content.length };
}

/** Somewhere on the last line with content before the one of `at`. */
function previousLine(text: string, at: number): number {
  const start = lineStart(text, at);
  return Math.max(text.slice(0, start).trimEnd().length - 1, 0);
}

/** The first `: ` of its line, refused: the line was taken for the continuation of the value above. */
function isOverIndented(text: string, at: number): boolean {
  const start = lineStart(text, at);
  return text[at] === ':' && !/:\s/.test(text.slice(start, at));
}

/** What is left on the line after a value that the parser thought complete. */
function wordsForRest(text: string, at: number): Words | undefined {
  const character = text[at] ?? '';
  if (character === ':') {
    return valid(
      'There is a second `: ` in one entry.',
      'Quote the value, or move what follows to a line below.',
    );
  }
  if ('@`%'.includes(character)) {
    return valid(
      `A value cannot start with ${character === '`' ? 'a backtick' : `\`${character}\``}.`,
      'Quote the value.',
    );
  }
  if (/["'] *$/.test(text.slice(Math.max(at - 20, 0), at))) {
    return valid(
      'There is text after the closing quote.',
      "Quote all of the value; a quote inside single quotes is written `''`.",
    );
  }
  return undefined;
}
