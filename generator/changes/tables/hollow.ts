// Fields that hold nothing themselves. Knows no kind.
import { direction } from '../directions.ts';
import type { Row } from '../knowledge.ts';

const holdsNothing = direction('is empty', () => false);

/**
 * Places whose fields have rows of their own, so that an empty list or mapping there is known too: `rules: []`. What is
 * below them and has no row stays unknown.
 */
export function hollow(...fields: readonly string[]): Row[] {
  return fields.map((field) => ({ field, when: holdsNothing, lane: 'neutral', reason: '', source: '' }));
}
