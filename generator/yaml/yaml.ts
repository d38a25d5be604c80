// Text → value, or everything that is wrong with the text. Knows nothing of files on disk or of what a value should hold.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Yaml } from '../model/source.ts';
import { buildValue } from './build.ts';
import { type Caps, tenantCaps } from './caps.ts';
import { findRefusedCharacters, replaceRefusedCharacters } from './characters.ts';
import { readEvents } from './events.ts';
import { Mistakes } from './mistakes.ts';

export type Parsed = { readonly value: Yaml } | { readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads one YAML 1.2 document (core schema) without what hides meaning: no aliases, tags, directives, duplicate keys or second
 * document. All mistakes come back at once, in the order of the text; `text` of any kind never throws.
 * Objects in the value have no prototype, so looking up `constructor` or `toString` finds nothing.
 */
export function parseYaml(file: string, text: string, caps: Caps = tenantCaps): Parsed {
  const tooLarge = refuseSize(file, Buffer.byteLength(text), caps);
  if (tooLarge) return { diagnostics: [tooLarge] };
  const mistakes = new Mistakes();
  const characters = findRefusedCharacters(text);
  for (const mistake of characters) mistakes.add(mistake);
  if (!mistakes.isEmpty) mistakes.closeLines(text);
  const value = readValue(text, characters.length > 0, caps, mistakes);
  return mistakes.isEmpty ? { value } : { diagnostics: mistakes.toDiagnostics(file, text) };
}

/** A file of `bytes` bytes is over `caps`, or undefined. Asked before reading, and before parsing. */
export function refuseSize(file: string, bytes: number, caps: Caps): Diagnostic | undefined {
  if (bytes <= caps.bytes) return undefined;
  return {
    file,
    line: 1,
    column: 1,
    code: 'no-large-file',
    severity: 'error',
    message: `The file has ${bytes} bytes; ${caps.bytes} are allowed.`,
    hint: 'Shorten it.',
  };
}

function readValue(text: string, hasRefusedCharacters: boolean, caps: Caps, mistakes: Mistakes): Yaml {
  const visible = hasRefusedCharacters ? replaceRefusedCharacters(text) : text;
  const clean = refuseDirectives(visible, mistakes);
  refuseSecondDocument(clean, mistakes);
  // What a tab or a control character does to the grammar of other lines is its consequence too.
  const events = readEvents(clean, caps, hasRefusedCharacters ? new Mistakes() : mistakes);
  if (events.length > 0) return buildValue(events, clean, caps, mistakes);
  if (mistakes.isEmpty) {
    const message = 'The file says nothing.';
    mistakes.add({ at: 0, length: 0, code: 'no-empty-file', message, hint: 'Fill it in or delete it.' });
  }
  return null;
}

/** In YAML a line that starts with `---` or `...` is a marker wherever it stands. */
function refuseSecondDocument(text: string, mistakes: Mistakes): void {
  const markers = [...text.matchAll(/^(?:---|\.\.\.)(?=\s|$)/gm)];
  const [first] = markers;
  const startsText = first?.[0] === '---' && !/^[^\S\n]*[^\s#]/m.test(text.slice(0, first.index));
  const second = startsText ? markers[1] : first;
  if (!second) return;
  mistakes.add({
    at: second.index,
    length: 3,
    code: 'no-second-document',
    message: 'A file holds one document, and this starts or ends one.',
    hint: 'Remove the line; move another document to a file of its own.',
  });
}

/** Gives the text back with directives as blanks: js-yaml passes over those it does not know. */
function refuseDirectives(text: string, mistakes: Mistakes): string {
  return text.replace(/^%.*/gm, (line, at: number) => {
    mistakes.add({
      at,
      length: line.length,
      code: 'no-yaml-directive',
      message: 'Directives (`%`) are not allowed.',
      hint: 'Remove the line.',
    });
    return ' '.repeat(line.length);
  });
}
