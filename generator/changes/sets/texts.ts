// Sets of text that patterns describe: what matches one of several, what matches none, what both do. Whether such a set is
// empty is computed by reading all text at once, character by character, until nothing new can come.
import { isLiteral, Machine, type Pattern, textOfLiteral, textOfPattern } from './pattern.ts';
import { mixedUp, type Values } from './values.ts';

type Expression =
  | { readonly any: readonly Pattern[] }
  | { readonly both: readonly [Expression, Expression] }
  | { readonly not: Expression };

/** A text that no pattern here mentions a character of. */
const other = '\uffff';

/** More states than this are not followed: the set then counts as not empty. */
const mostStates = 20_000;

export class Texts implements Values {
  readonly #expression: Expression;
  readonly text: string;
  #isEmpty: boolean | undefined;

  private constructor(expression: Expression, text: string) {
    this.#expression = expression;
    this.text = text;
  }

  /** Texts that match one of the patterns. */
  static any(...patterns: readonly Pattern[]): Texts {
    const texts = [...new Set(patterns.map(textOfPattern))].sort();
    return new Texts({ any: patterns }, `(${texts.join(' | ')})`);
  }

  static of(...words: readonly string[]): Texts {
    return Texts.any(...words.map((word): Pattern => [...word].map((character) => ({ character }))));
  }

  get isEmpty(): boolean {
    this.#isEmpty ??= computeIsEmpty(this.#expression);
    return this.#isEmpty;
  }

  has(word: string): boolean {
    return holds(this.#expression, (pattern) => {
      const machine = new Machine(pattern);
      return machine.accepts([...word].reduce((state, character) => machine.next(state, character), 0));
    });
  }

  and(two: Values): Texts {
    if (!(two instanceof Texts)) throw mixedUp(this, two);
    if (two.text === this.text) return this;
    const text = `(${[this.text, two.text].sort().join(' & ')})`;
    return new Texts({ both: [this.#expression, two.#expression] }, text);
  }

  not(): Texts {
    return new Texts({ not: this.#expression }, `not ${this.text}`);
  }
}

function holds(expression: Expression, matches: (pattern: Pattern) => boolean): boolean {
  if ('any' in expression) return expression.any.some(matches);
  if ('not' in expression) return !holds(expression.not, matches);
  return expression.both.every((part) => holds(part, matches));
}

function patternsOf(expression: Expression): readonly Pattern[] {
  if ('any' in expression) return expression.any;
  return 'not' in expression ? patternsOf(expression.not) : expression.both.flatMap(patternsOf);
}

/** Where all that can be in the set is listed, only that is looked at. */
function candidatesOf(expression: Expression): readonly string[] | undefined {
  if ('any' in expression)
    return expression.any.every(isLiteral) ? expression.any.map(textOfLiteral) : undefined;
  if ('not' in expression) return undefined;
  const [one, two] = expression.both.map(candidatesOf);
  return one ?? two;
}

function computeIsEmpty(expression: Expression): boolean {
  const candidates = candidatesOf(expression);
  const patterns = new Map(patternsOf(expression).map((pattern) => [pattern, new Machine(pattern)]));
  if (candidates !== undefined) return !candidates.some((word) => isIn(expression, patterns, word));
  return !findsAny(expression, [...patterns.keys()], [...patterns.values()]);
}

function isIn(expression: Expression, machines: ReadonlyMap<Pattern, Machine>, word: string): boolean {
  return holds(expression, (pattern) => {
    const machine = machines.get(pattern);
    const state = [...word].reduce((at, character) => machine?.next(at, character) ?? 0, 0);
    return machine?.accepts(state) ?? false;
  });
}

/** All machines read the same text, all texts are tried: states that were reached once need not be followed again. */
function findsAny(
  expression: Expression,
  patterns: readonly Pattern[],
  machines: readonly Machine[],
): boolean {
  const alphabet = alphabetOf(patterns);
  const start = machines.map(() => 0);
  const seen = new Set([start.join(' ')]);
  const waiting = [start];
  for (const states of waiting) {
    const accepts = (pattern: Pattern) => {
      const at = patterns.indexOf(pattern);
      return machines[at]?.accepts(states[at] ?? 0) ?? false;
    };
    if (holds(expression, accepts) || waiting.length > mostStates) return true;
    for (const character of alphabet) {
      const next = machines.map((machine, at) => machine.next(states[at] ?? 0, character));
      const key = next.join(' ');
      if (seen.has(key)) continue;
      seen.add(key);
      waiting.push(next);
    }
  }
  return false;
}

function alphabetOf(patterns: readonly Pattern[]): readonly string[] {
  const named = patterns.flatMap((pattern) => pattern.flatMap(({ character, stop }) => [character, stop]));
  return [...new Set([...named, other])].filter((character) => character !== undefined);
}
