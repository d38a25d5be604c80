// Makes a value of parser events and refuses what YAML allows and an input may not say: aliases, tags, doubtful numbers and keys.
import {
  type DocumentEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  SCALAR_STYLE,
  type ScalarEvent,
} from 'js-yaml';
import type { Yaml } from '../model/source.ts';
import type { Caps } from './caps.ts';
import { findRefusedInValue } from './characters.ts';
import { type Mistakes, quote } from './mistakes.ts';
import type { Span } from './places.ts';
import { refuseProperties } from './properties.ts';
import { isFaithful, readPlainScalar } from './scalar.ts';
import { spanOf } from './spans.ts';

/** Names that JavaScript objects already have a meaning for. */
const prototypeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

interface Frame {
  readonly list: Yaml[] | undefined;
  readonly map: Record<string, Yaml>;
  /** Every key so far and where it stands. */
  readonly keys: Map<string, Span>;
  /** undefined: a key comes next; null: the key was refused and its value goes nowhere. */
  key: string | null | undefined;
}

/**
 * The value of the first document, as objects without a prototype. Adds what it refuses to `mistakes`; the value counts only
 * if there are none. Stops at the node after the last that `caps` allows.
 */
export function buildValue(events: readonly Event[], text: string, caps: Caps, mistakes: Mistakes): Yaml {
  const builder = new Builder(text, caps, mistakes);
  for (const event of events.slice(1)) {
    if (event.type === EVENT_ID.DOCUMENT || !builder.take(event)) break;
  }
  return builder.root;
}

class Builder {
  readonly #text: string;
  readonly #caps: Caps;
  readonly #mistakes: Mistakes;
  readonly #frames: Frame[] = [newFrame([])];
  #nodes = 0;
  #last: Span = { at: 0, length: 0 };

  constructor(text: string, caps: Caps, mistakes: Mistakes) {
    this.#text = text;
    this.#caps = caps;
    this.#mistakes = mistakes;
  }

  get root(): Yaml {
    return this.#frames[0]?.list?.[0] ?? null;
  }

  /** False when the caps are reached and the rest is not worth reading. */
  take(event: Exclude<Event, DocumentEvent>): boolean {
    if (event.type === EVENT_ID.POP) {
      if (this.#frames.length > 1) this.#frames.pop();
      return true;
    }
    const span = spanOf(event, this.#text);
    if (span.at >= 0) this.#last = span;
    if (++this.#nodes > this.#caps.nodes) {
      this.#refuse(
        'no-crowded-file',
        `There are more than ${this.#caps.nodes} keys and values.`,
        'Split or shorten it.',
      );
      return false;
    }
    refuseProperties(event, this.#mistakes);
    if (event.type === EVENT_ID.SCALAR) this.#takeScalar(event);
    else if (event.type === EVENT_ID.ALIAS) this.#takeAlias();
    else return this.#open(event.type === EVENT_ID.SEQUENCE ? newFrame([]) : newFrame(undefined));
    return true;
  }

  #open(frame: Frame): boolean {
    if (this.#frames.length > this.#caps.depth) {
      this.#refuse('no-deep-nesting', 'The nesting is too deep.', 'No input needs more than a few levels.');
      return false;
    }
    const parent = this.#top();
    if (parent.list === undefined && parent.key === undefined) {
      this.#refuse(
        'no-complex-key',
        'A list or mapping cannot be a key.',
        'Write a plain word before the colon.',
      );
      parent.key = null;
    } else this.#add(frame.list ?? frame.map);
    this.#frames.push(frame);
    return true;
  }

  #takeScalar(event: ScalarEvent): void {
    const text = getScalarValue(this.#text, event);
    const hasEscapes = event.style === SCALAR_STYLE.DOUBLE_QUOTED && !event.fast;
    const odd = hasEscapes ? findRefusedInValue(text) : undefined;
    if (odd) this.#refuse(odd.code, odd.message, odd.hint);
    const value = event.style === SCALAR_STYLE.PLAIN ? readPlainScalar(text) : text;
    const frame = this.#top();
    if (frame.list === undefined && frame.key === undefined) this.#takeKey(frame, event, text, value);
    else {
      if (typeof value === 'number') this.#refuseLossy(text, value);
      this.#add(value);
    }
  }

  #takeKey(frame: Frame, event: ScalarEvent, text: string, value: Yaml): void {
    frame.key = null;
    if (typeof value !== 'string') {
      const shown =
        text === ''
          ? 'A key is missing before this colon.'
          : `${quote(text)} is not read as text, and a key must be.`;
      this.#refuse('require-text-key', shown, text === '' ? 'Write the key.' : `Write \`"${text}"\`.`);
    } else if (text === '<<' && event.style === SCALAR_STYLE.PLAIN) {
      this.#refuse('no-yaml-alias', 'Merge keys (`<<`) are not allowed.', 'Write the merged values out.');
    } else if (prototypeKeys.has(text)) {
      this.#refuse('no-prototype-key', `${quote(text)} cannot be a key.`, 'Choose another name.');
    } else {
      const first = frame.keys.get(text);
      if (first) this.#refuseDuplicate(text, first);
      else {
        frame.keys.set(text, this.#last);
        frame.key = text;
      }
    }
  }

  #takeAlias(): void {
    this.#refuse(
      'no-yaml-alias',
      'Aliases (`*`) are not allowed.',
      'Write the value out, or quote a text that starts so.',
    );
    const frame = this.#top();
    if (frame.list === undefined && frame.key === undefined) frame.key = null;
    else this.#add(null);
  }

  #add(value: Yaml): void {
    const frame = this.#top();
    if (frame.list) frame.list.push(value);
    else {
      if (typeof frame.key === 'string') frame.map[frame.key] = value;
      frame.key = undefined;
    }
  }

  #refuseLossy(text: string, value: number): void {
    if (isFaithful(text, value)) return;
    const plain = String(value);
    const asNumber = isFaithful(plain, value) ? `, \`${plain}\` if it is a number` : '';
    const message = Number.isFinite(value)
      ? `${quote(text)} would be read as the number ${plain}.`
      : `${quote(text)} is not a number that can be written down.`;
    this.#refuse('no-lossy-number', message, `Write ${quote(`"${text}"`)} if it is text${asNumber}.`);
  }

  #refuseDuplicate(key: string, first: Span): void {
    this.#mistakes.add({
      ...this.#last,
      code: 'no-duplicate-key',
      message: `${quote(key)} is written twice.`,
      hint: 'Keep one of the two.',
      related: [{ ...first, message: `${quote(key)} is first written here.` }],
    });
  }

  #refuse(code: string, message: string, hint: string): void {
    this.#mistakes.add({ ...this.#last, code, message, hint });
  }

  #top(): Frame {
    const frame = this.#frames.at(-1);
    if (!frame) throw new Error('more collections were closed than opened');
    return frame;
  }
}

function newFrame(list: Yaml[] | undefined): Frame {
  return { list, map: Object.create(null), keys: new Map(), key: undefined };
}
