// The one order of texts: by UTF-16 code unit, because no locale can change it and a collator costs 20 ms of start-up.

/** Less than, equal to or greater than 0 as `a` goes before, is, or goes after `b`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
