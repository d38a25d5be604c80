// Numbers as people read them.

/** `1 file`, `1,200 files`. */
export function countOf(number: number, noun: string): string {
  return `${groupDigits(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** 1200 → `1,200`. By hand, because the first use of `Intl` costs 20 ms of start-up. */
export function groupDigits(number: number): string {
  return String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
