// Gathers what is wrong with one text, by offset, and makes diagnostics of it. Knows no check by name.
import type { Diagnostic } from '../model/diagnostic.ts';
import { lineStart, placesIn, type Span } from './places.ts';

export interface Mistake extends Span {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly related?: readonly (Span & { readonly message: string })[];
}

/** A file of 64 KiB can hold 64 thousand mistakes of one kind; nobody reads past the first few. */
const shownPerCode = 20;

export class Mistakes {
  readonly #shown: Mistake[] = [];
  readonly #counts = new Map<string, number>();

  #closed: (at: number) => boolean = () => false;

  add(mistake: Mistake): void {
    if (this.#closed(mistake.at)) return;
    const count = (this.#counts.get(mistake.code) ?? 0) + 1;
    this.#counts.set(mistake.code, count);
    if (count <= shownPerCode) this.#shown.push(mistake);
  }

  /** From now on the lines of `text` that have a mistake are left alone: what else is found there would be its consequence. */
  closeLines(text: string): void {
    const starts = new Set(this.#shown.map(({ at }) => lineStart(text, at)));
    this.#closed = (at) => starts.has(lineStart(text, at));
  }

  get isEmpty(): boolean {
    return this.#shown.length === 0;
  }

  /** In the order of the text; the last one of a code says how many more there are. */
  toDiagnostics(file: string, text: string): Diagnostic[] {
    const place = placesIn(file, text);
    const seen = new Map<string, number>();
    return this.#shown
      .toSorted((a, b) => a.at - b.at)
      .map(({ at, length, code, message, hint, related }) => {
        const nth = (seen.get(code) ?? 0) + 1;
        seen.set(code, nth);
        const hidden = nth === shownPerCode ? (this.#counts.get(code) ?? nth) - nth : 0;
        return {
          ...place({ at, length }),
          code,
          severity: 'error' as const,
          message: hidden > 0 ? `${message} (and ${hidden} more like it)` : message,
          hint,
          ...(related && { related: related.map((other) => ({ ...place(other), message: other.message })) }),
        };
      });
  }
}

/** Text from a file as it may stand in a message: short, on one line, in backticks. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `\`${line.length > 40 ? `${line.slice(0, 40)}…` : line}\``;
}
