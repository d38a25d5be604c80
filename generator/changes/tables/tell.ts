// Rows by the dozen: what many fields of a kind have in common is said once, and each field's own reason next to it.
import type { Direction } from '../directions.ts';
import type { Row } from '../knowledge.ts';
import type { Lane } from '../lane.ts';
import { harmless, row } from './rows.ts';

/** What the rows have in common, in the order in which a table is read. */
export type Common = readonly [when: Direction, lane: Lane, source: string];

/** Fields below one place of an object: `spec.forProvider`. */
export interface Below {
  /** @param reasons pattern of fields, in which `{a,b}` stands for both, → reason */
  readonly tell: (...common: [...Common, reasons: Readonly<Record<string, string>>]) => Row[];
  /** Fields whose change does no harm, or is a judge's to weigh. */
  readonly fine: (...patterns: readonly string[]) => Row[];
}

export function below(place: string): Below {
  const fieldsOf = (pattern: string) => expand(`${place}.${pattern}`);
  return {
    tell: (when, lane, source, reasons) =>
      Object.entries(reasons).flatMap(([pattern, reason]) =>
        fieldsOf(pattern).map((field) => row(field, when, lane, reason, source)),
      ),
    fine: (...patterns) => harmless(...patterns.flatMap(fieldsOf)),
  };
}

/** As a shell does: `kmsKeyId{,Ref,Selector}` is `kmsKeyId`, `kmsKeyIdRef` and `kmsKeyIdSelector`. */
export function expand(pattern: string): string[] {
  const group = /^([^{]*)\{([^{}]*)\}(.*)$/.exec(pattern);
  if (group === null) return [pattern];
  const [, head = '', choices = '', tail = ''] = group;
  return choices.split(',').flatMap((choice) => expand(head + choice + tail));
}
