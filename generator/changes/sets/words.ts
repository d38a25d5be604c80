// Sets of words that are listed, or of all words but those that are listed. Knows not what the words stand for.
import { mixedUp, type Values } from './values.ts';

/** Stands for what is not there: a label that an object does not have. No name that Kubernetes takes is this. */
export const absent = '\0';

export class Words implements Values {
  readonly #listed: ReadonlySet<string>;
  /** Everything but the listed ones. */
  readonly isOpen: boolean;
  #text: string | undefined;

  private constructor(listed: Iterable<string>, isOpen: boolean) {
    this.#listed = new Set(listed);
    this.isOpen = isOpen;
  }

  static of(...words: readonly string[]): Words {
    return new Words(words, false);
  }

  static allBut(...words: readonly string[]): Words {
    return new Words(words, true);
  }

  get text(): string {
    this.#text ??= `${this.isOpen ? 'all but ' : ''}${JSON.stringify([...this.#listed].sort())}`;
    return this.#text;
  }

  get isEmpty(): boolean {
    return !this.isOpen && this.#listed.size === 0;
  }

  /** The words that are in it; none of a set that cannot be listed. */
  get words(): readonly string[] {
    return this.isOpen ? [] : [...this.#listed].sort();
  }

  has(word: string): boolean {
    return this.#listed.has(word) !== this.isOpen;
  }

  and(other: Values): Words {
    if (!(other instanceof Words)) throw mixedUp(this, other);
    if (this.isOpen && other.isOpen) return Words.allBut(...this.#listed, ...other.#listed);
    const [one, two] = this.isOpen ? [other, this] : [this, other];
    return Words.of(...[...one.#listed].filter((word) => two.has(word)));
  }

  not(): Words {
    return new Words(this.#listed, !this.isOpen);
  }
}
