// Text with wildcards, in the dialects that our rules are written in, and machines that read text by it. Knows no rule.

/** One step of a pattern: a character, any one, or any number of them. */
export interface Token {
  /** `undefined` for any character. */
  readonly character?: string;
  /** The one that is none of them, where a wildcard stops: `/`. */
  readonly stop?: string;
  readonly isRepeated?: boolean;
}

export type Pattern = readonly Token[];

const one: Token = {};
const many: Token = { isRepeated: true };

export function literal(text: string): Pattern {
  return [...text].map((character) => ({ character }));
}

/** `*` is any text at all, none included: what Argo CD compares without separators, and RBAC. */
export function starred(text: string): Pattern {
  return text.split('*').flatMap((part, index) => (index === 0 ? literal(part) : [many, ...literal(part)]));
}

/** Istio's: `*` is anything but nothing, `abc*` a beginning, `*abc` an end; elsewhere a star is a star. */
export function affixed(text: string): Pattern {
  if (text === '*') return [one, many];
  if (text.startsWith('*')) return [many, ...literal(text.slice(1))];
  return text.endsWith('*') ? [...literal(text.slice(0, -1)), many] : literal(text);
}

/** Istio's paths: `{*}` is one segment, `{**}` any number of them. */
export function pathTemplate(text: string): Pattern {
  if (!/\{\*\*?\}/.test(text)) return affixed(text);
  const segment: Pattern = [{ stop: '/' }, { stop: '/', isRepeated: true }];
  return text.split(/(\{\*\*?\})/).flatMap((part) => {
    if (part === '{**}') return [many];
    return part === '{*}' ? segment : literal(part);
  });
}

/**
 * Argo CD's globs, braces aside. `undefined` for character classes, which nobody here writes.
 * @param stop what a single star does not cross
 */
export function glob(text: string, stop?: string): Pattern | undefined {
  if (text === '*') return [many];
  if (/[[\]{}\\]/.test(text)) return undefined;
  const step: Token = stop === undefined ? one : { stop };
  return text.split(/(\*\*|\*|\?)/).flatMap((part) => {
    if (part === '**') return [many];
    if (part === '*') return [{ ...step, isRepeated: true }];
    return part === '?' ? [step] : literal(part);
  });
}

export function isLiteral(pattern: Pattern): boolean {
  return pattern.every(({ character }) => character !== undefined);
}

/** The text of a pattern without wildcards. */
export function textOfLiteral(pattern: Pattern): string {
  return pattern.map(({ character }) => character).join('');
}

export function textOfPattern(pattern: Pattern): string {
  return pattern
    .map(({ character, stop, isRepeated }) =>
      character === undefined
        ? `<${stop === undefined ? 'any' : `no ${stop}`}${isRepeated ? '*' : ''}>`
        : character,
    )
    .join('');
}

/** Reads text character by character; states are numbers, 0 the first. Made as far as it is used. */
export class Machine {
  readonly #pattern: Pattern;
  readonly #states: (readonly number[])[] = [];
  readonly #numbers = new Map<string, number>();
  /** By state: the next one for each character. */
  readonly #steps: Map<string, number>[] = [];

  constructor(pattern: Pattern) {
    this.#pattern = pattern;
    this.#numberOf([0]);
  }

  next(state: number, character: string): number {
    let steps = this.#steps[state];
    if (steps === undefined) this.#steps[state] = steps = new Map();
    const known = steps.get(character);
    if (known !== undefined) return known;
    const places = (this.#states[state] ?? []).flatMap((place) => this.#step(place, character));
    const number = this.#numberOf(places);
    steps.set(character, number);
    return number;
  }

  accepts(state: number): boolean {
    return this.#states[state]?.includes(this.#pattern.length) ?? false;
  }

  #step(place: number, character: string): number[] {
    const token = this.#pattern[place];
    if (token === undefined) return [];
    const fits = token.character === undefined ? token.stop !== character : token.character === character;
    if (!fits) return [];
    return [token.isRepeated ? place : place + 1];
  }

  /** Of the places, and of those that are reached from them without reading. */
  #numberOf(places: readonly number[]): number {
    const all = new Set<number>();
    for (const place of places) {
      let at = place;
      all.add(at);
      while (this.#pattern[at]?.isRepeated) {
        at += 1;
        all.add(at);
      }
    }
    const sorted = [...all].sort((a, b) => a - b);
    const key = sorted.join(' ');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#states.push(sorted);
    this.#numbers.set(key, this.#states.length - 1);
    return this.#states.length - 1;
  }
}
