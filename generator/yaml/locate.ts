// Where in a source's text a key or a value stands. Parses the text anew, and only for sources somebody asks about.
import { EVENT_ID, type Event, getScalarValue } from 'js-yaml';
import type { Place } from '../model/diagnostic.ts';
import type { Path, Source } from '../model/source.ts';
import { platformCaps } from './caps.ts';
import { parseYamlEvents } from './events.ts';
import { placesIn, type Span } from './places.ts';
import { spanOf } from './spans.ts';

interface Spot {
  readonly key: Span;
  readonly value: Span;
}

interface Located {
  readonly spots: ReadonlyMap<string, Spot>;
  readonly place: (span: Span) => Place;
}

const known = new WeakMap<Source<unknown>, Located>();

/**
 * Line and column of the key or the value at `path`. An item of a list has no key: its value stands in. A `path` that is not
 * in the text gives the key of the nearest parent that is; for the document itself that is its first line of content.
 */
export function locate(source: Source<unknown>, path: Path, what: 'key' | 'value' = 'value'): Place {
  const { spots, place } = known.get(source) ?? remember(source);
  const exact = spots.get(idOf(path));
  if (exact) return place(exact[what]);
  for (let length = path.length - 1; length >= 0; length--) {
    const parent = spots.get(idOf(path.slice(0, length)));
    if (parent) return place(parent.key);
  }
  return { file: source.file, line: 1, column: 1 };
}

function remember(source: Source<unknown>): Located {
  const located = { spots: findSpots(source.text), place: placesIn(source.file, source.text) };
  known.set(source, located);
  return located;
}

function idOf(path: Path): string {
  return JSON.stringify(path);
}

interface Frame {
  readonly path: Path;
  /** The index of the next item of a list; undefined in a mapping. */
  index: number | undefined;
  key: string | undefined;
  keySpan: Span;
}

function findSpots(text: string): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  const frames: Frame[] = [];
  for (const event of parseYamlEvents(text, platformCaps.depth)) {
    if (event.type === EVENT_ID.DOCUMENT) continue;
    if (event.type === EVENT_ID.POP) frames.pop();
    else visit(event, text, frames, spots);
  }
  return spots;
}

function visit(event: Event, text: string, frames: Frame[], spots: Map<string, Spot>): void {
  const frame = frames.at(-1);
  const span = spanOf(event, text);
  if (frame && frame.index === undefined && frame.key === undefined) {
    frame.key = event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : '';
    frame.keySpan = span;
    return;
  }
  const path = frame ? [...frame.path, frame.index ?? frame.key ?? ''] : [];
  // A value that was left empty (`key:`, or `-` alone) has no place of its own: its key's, or its list's.
  const value = span.at < 0 && frame ? frame.keySpan : span;
  spots.set(idOf(path), { key: frame && frame.index === undefined ? frame.keySpan : value, value });
  if (frame?.index === undefined && frame) frame.key = undefined;
  else if (frame) frame.index = (frame.index ?? 0) + 1;
  if (event.type === EVENT_ID.SEQUENCE) frames.push({ path, index: 0, key: undefined, keySpan: span });
  if (event.type === EVENT_ID.MAPPING) frames.push({ path, index: undefined, key: undefined, keySpan: span });
}
