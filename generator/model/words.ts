// Words that several diagnostics share. Knows nothing of what they are about.
import { distance } from 'fastest-levenshtein';

/** The known name nearest to a mistyped one, when it is near enough to be meant. */
export function didYouMean(typed: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  // Nothing of a short word may be left when so many letters change.
  let least = Math.min(Math.max(2, Math.floor(typed.length / 3)) + 1, typed.length);
  for (const candidate of known) {
    const steps = distance(typed.slice(0, 80).toLowerCase(), candidate.toLowerCase());
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}

/** The hint for a name that nothing bears: the nearest of the `known`, or else what can be said without one. */
export function suggest(typed: string, known: Iterable<string>, otherwise: string): string {
  const guess = didYouMean(typed, known);
  return guess === undefined ? otherwise : `Did you mean \`${guess}\`?`;
}

/** `a`, `b` and `c`. */
export function list(names: readonly string[], conjunction = 'and'): string {
  const quoted = names.map((name) => `\`${name}\``);
  if (quoted.length < 2) return quoted.join('');
  return `${quoted.slice(0, -1).join(', ')} ${conjunction} ${quoted.at(-1)}`;
}

/** A value short enough for a sentence. */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** As a sentence begins. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
