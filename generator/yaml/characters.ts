// Which characters an input may hold: what a reviewer sees must be what a machine reads. Knows nothing of YAML.
import type { Mistake } from './mistakes.ts';

/** Most files are plain ASCII and need no closer look. */
const ordinary = /^[\n\x20-\x7e]*$/;

/** Controls, formats (bidi, zero-width, BOM), look-alike blanks, lone surrogates, private use; a run of one of them counts once. */
const refused =
  /((?![\n ])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}])\1*/gu;

const names: Readonly<Record<number, string>> = {
  0x00: 'null',
  0x1b: 'escape',
  0x7f: 'delete',
  0x85: 'next line',
  0xa0: 'no-break space',
  0xad: 'soft hyphen',
  0x200b: 'zero width space',
  0x200c: 'zero width non-joiner',
  0x200d: 'zero width joiner',
  0x200e: 'left-to-right mark',
  0x200f: 'right-to-left mark',
  0x2028: 'line separator',
  0x2029: 'paragraph separator',
  0x202a: 'left-to-right embedding',
  0x202b: 'right-to-left embedding',
  0x202c: 'pop directional formatting',
  0x202d: 'left-to-right override',
  0x202e: 'right-to-left override',
  0x2060: 'word joiner',
  0x2066: 'left-to-right isolate',
  0x2067: 'right-to-left isolate',
  0x2068: 'first strong isolate',
  0x2069: 'pop directional isolate',
  0xfeff: 'byte order mark',
};

/** Every character of a file that may not stand in it: runs of one character count once, composition once per line. */
export function findRefusedCharacters(text: string): Mistake[] {
  if (ordinary.test(text)) return [];
  const found: Mistake[] = [];
  for (const match of text.matchAll(refused)) {
    const character = match[1] ?? '';
    if (character !== '\r') found.push({ at: match.index, length: match[0].length, ...complain(character) });
  }
  return [...findCarriageReturn(text), ...found, ...findUncomposed(text)];
}

/** The same rule for a string that was written with escapes, where one place has to do for all of it. */
export function findRefusedInValue(value: string): Pick<Mistake, 'code' | 'message' | 'hint'> | undefined {
  if (ordinary.test(value)) return undefined;
  const [match] = value.matchAll(refused);
  if (match?.[1] !== undefined) return complain(match[1]);
  return value === value.normalize('NFC') ? undefined : uncomposed;
}

/** The text with harmless characters for refused ones, so that the rest of it can still be checked at the same offsets. */
export function replaceRefusedCharacters(text: string): string {
  return text.replace(refused, (run) => (/^\s/.test(run) ? ' ' : '_').repeat(run.length));
}

function complain(character: string): Pick<Mistake, 'code' | 'message' | 'hint'> {
  if (character === '\t') {
    return { code: 'no-tab', message: 'There is a tab character (U+0009).', hint: 'Use spaces.' };
  }
  const point = character.codePointAt(0) ?? 0;
  const number = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  const name = names[point];
  return {
    code: 'no-invisible-character',
    message: `There is a character that a reviewer cannot see or tell apart: ${number}${name ? ` (${name})` : ''}.`,
    hint: 'Delete it, or write the plain character that was meant.',
  };
}

/** Once per file: an editor that writes CRLF writes it on every line. */
function findCarriageReturn(text: string): Mistake[] {
  const at = text.indexOf('\r');
  if (at < 0) return [];
  return [
    {
      code: 'no-carriage-return',
      at,
      length: 1,
      message: 'A line ends with a carriage return (U+000D).',
      hint: 'Save the file with LF line ends.',
    },
  ];
}

const uncomposed = {
  code: 'require-nfc',
  message: 'There is a letter whose accent is a character of its own (the text is not in Unicode form NFC).',
  hint: 'Type the letter anew, or save the file in NFC.',
};

function findUncomposed(text: string): Mistake[] {
  if (text === text.normalize('NFC')) return [];
  const found: Mistake[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const composed = line.normalize('NFC');
    let at = 0;
    while (at < line.length && line[at] === composed[at]) at++;
    if (at < line.length) found.push({ ...uncomposed, at: start + at, length: 1 });
    start += line.length + 1;
  }
  return found;
}
