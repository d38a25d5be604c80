// Which way a version goes, alone or as an image's tag. From `11.8.4` to `11.8` it goes nowhere: the rest is left to others.
import { type Direction, direction } from '../directions.ts';

/** `xpkg.example/provider-aws-rds:v2.8.1` → `v2.8.1`; a digest as it is. */
function tagOf(value: unknown): string {
  return String(value ?? '').replace(/^[^@]*?(?=@)|^[^@]*:/, '');
}

/** What stands before a tag or a digest. */
function withoutTag(value: unknown): string {
  return String(value ?? '').replace(/(?:@[^/]*|:[^/]*)$/, '');
}

function numbersOf(value: unknown): readonly number[] | undefined {
  const tag = tagOf(value);
  return /^v?\d+(?:\.\d+)*$/.test(tag) ? tag.replace('v', '').split('.').map(Number) : undefined;
}

/** Less or greater than 0 as the version goes down or up; 0 for its own beginning, and for what is no version. */
function order(before: unknown, after: unknown, places = Number.POSITIVE_INFINITY): number {
  const [one, other] = [numbersOf(before), numbersOf(after)];
  if (one === undefined || other === undefined) return 0;
  const at = other.findIndex((number, place) => number !== one[place]);
  return at < 0 || at >= places ? 0 : (other[at] ?? 0) - (one[at] ?? -1);
}

export const older: Direction = direction('an older version', (before, after) => order(before, after) < 0);

export const newer: Direction = direction('a newer version', (before, after) => order(before, after) > 0);

/** @param places how many numbers make a major version: two for MariaDB's `11.4` */
export function newerMajor(places: number): Direction {
  return direction('a newer major version', (before, after) => order(before, after, places) > 0);
}

/** Another reference that is neither older nor newer: a digest, a floating tag. */
export const another: Direction = direction(
  'another reference',
  (before, after) =>
    tagOf(before) !== tagOf(after) && !older.holds(before, after) && !newer.holds(before, after),
);

export const otherRepository: Direction = direction(
  'from another repository',
  (before, after) => withoutTag(before) !== withoutTag(after),
);
