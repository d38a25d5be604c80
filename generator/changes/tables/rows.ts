// One line of a table in one line of code. Knows no kind.
import { type Direction, known } from '../directions.ts';
import type { Row, Verdict } from '../knowledge.ts';
import type { Lane } from '../lane.ts';

/** The arguments in the order in which a table is read. */
export function row(field: string, when: Direction, lane: Lane, reason: string, source: string): Row {
  return { field, when, lane, reason, source };
}

/** Fields, and all below them, whose change does no harm, or is a judge's to weigh. */
export function harmless(...fields: readonly string[]): Row[] {
  return fields.map((field) => ({ field, when: known, lane: 'neutral', reason: '', source: '' }));
}

/** Of an object as a whole, in the order of a row. */
export function verdict(lane: Lane, reason: string, source: string): Verdict {
  return { lane, reason, source };
}

/** Of an object whose coming or going does no harm by itself. */
export const noHarm: Verdict = verdict('neutral', 'no harm is known', '');
