// Parses a text into js-yaml's events and goes on after a syntax error, so that one run tells them all.
import { type Event, parseEvents, YAMLException } from 'js-yaml';
import type { Caps } from './caps.ts';
import type { Mistakes } from './mistakes.ts';
import { lineStart } from './places.ts';
import { explainSyntaxError } from './syntax.ts';

const attempts = 8;

/**
 * Events of `text`; offsets in them are offsets in it. A syntax error is added to `mistakes`, its top-level entry blanked,
 * and the rest read again.
 */
export function readEvents(text: string, caps: Caps, mistakes: Mistakes): Event[] {
  let rest = text;
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      return parseYamlEvents(rest, caps.depth);
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const mistake = explainSyntaxError(error, rest);
      mistakes.add(mistake);
      const blanked = blankEntry(rest, mistake.at);
      if (blanked === rest) break;
      rest = blanked;
    }
  }
  return [];
}

/** js-yaml counts scalars and keys as levels too, hence the slack; `buildValue` counts exactly. Throws YAMLException. */
export function parseYamlEvents(text: string, depth: number): Event[] {
  return parseEvents(text, { maxDepth: depth + 3 });
}

function blankEntry(text: string, at: number): string {
  const isEntry = (start: number) => /[^\s#]/.test(text[start] ?? '\n');
  let start = lineStart(text, at);
  while (start > 0 && !isEntry(start)) start = lineStart(text, start - 1);
  let end = text.indexOf('\n', at) + 1 || text.length;
  while (end < text.length && !isEntry(end)) end = text.indexOf('\n', end) + 1 || text.length;
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
}
