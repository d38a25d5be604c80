// One scalar as YAML text that five parsers read alike: Go's sigs.k8s.io/yaml, PyYAML, libfyaml, js-yaml and yaml.
// Knows nothing of mappings, sequences or indentation.

/** A colon only inside a word, a `#` never after a space, no space at the end: nothing here can end a plain scalar. */
const plainShape = /^[A-Za-z/](?:[!-9;-~]|:(?! |$)| (?!#|$))*$/;

/** Words that a YAML 1.1 reader takes for a boolean, null or number, in any letter case. */
const reservedWord = /^(?:y|n|yes|no|on|off|true|false|null|inf|infinity|nan|e\d+)$/i;

/**
 * Controls, DEL (which Go refuses even inside quotes), C1, the exotic line breaks, the byte order mark, and what a
 * reviewer could not see: no-break and zero-width spaces, bidirectional marks. All of these are in the basic plane.
 */
const unprintable =
  /[^\t\n -~\u00a1-\u00ac\u00ae-\u061b\u061d-\u200a\u2010-\u2027\u2030-\u205e\u2070-\ufefe\uff00-\uffef]/;
const everyUnprintable = new RegExp(unprintable, 'g');

/** Data that has no YAML of ours. It is our bug: a user's values were validated long before. */
export class Unrenderable extends Error {
  /** Object keys and list indexes, outermost first; filled while the error travels up. */
  readonly path: (string | number)[] = [];
}

/** `text` on one line: plain if every parser reads it as this very string, else double-quoted. */
export function renderText(text: string): string {
  return plainShape.test(text) && !reservedWord.test(text) ? text : quote(text);
}

/** True when `text` has several lines that read well, and alike, as a literal block. */
export function isLiteral(text: string): boolean {
  return text.includes('\n') && !hasBlankEdge(text) && !unprintable.test(text) && text.isWellFormed();
}

/**
 * `|` and the lines of `text`, each after `indent` unless empty, ending in a line break. The header says how many of
 * the last line breaks are the text's own: none (`|-`), one (`|`), or all (`|+`).
 */
export function renderLiteral(text: string, indent: string): string {
  const body = text.replace(/^(?=[^\n])/gm, indent);
  if (!text.endsWith('\n')) return `|-\n${body}\n`;
  return `${text.endsWith('\n\n') ? '|+' : '|'}\n${body}`;
}

/**
 * Integers up to 2^53 and finite fractions. An exponent gets a point before it: without one PyYAML reads a string.
 * Throws Unrenderable for the rest: past 2^53 the parsers round differently.
 */
export function renderNumber(value: number): string {
  if (Number.isSafeInteger(value)) return value === 0 ? '0' : String(value);
  if (!Number.isFinite(value) || Number.isInteger(value)) throw new Unrenderable(`the number ${value}`);
  const text = String(value);
  return text.includes('e') && !text.includes('.') ? text.replace('e', '.0e') : text;
}

/** A literal that begins with a blank or an empty line would need an indentation hint; one at the end is never seen. */
function hasBlankEdge(text: string): boolean {
  let end = text.length - 1;
  while (text[end] === '\n') end -= 1;
  return isBlank(text[0]) || isBlank(text[end]);
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === undefined;
}

/** JSON's escapes are YAML's too, except that a surrogate pair must stay a character. */
function quote(text: string): string {
  if (!text.isWellFormed()) throw new Unrenderable('a string with half a surrogate pair');
  const quoted = JSON.stringify(text);
  return unprintable.test(quoted) ? quoted.replace(everyUnprintable, toHex) : quoted;
}

function toHex(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
