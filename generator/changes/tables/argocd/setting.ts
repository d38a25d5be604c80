// What a setting of Argo CD's ConfigMaps is known by, and which way it is turned: all of them are text.
import { added, type Direction, direction, either, known, removed, replaced } from '../../directions.ts';
import type { Verdict } from '../../knowledge.ts';
import type { Lane } from '../../lane.ts';

export interface Setting extends Verdict {
  /** Name of the ConfigMap without `argocd-`. */
  readonly map: string;
  /** Finds the whole key. */
  readonly key: RegExp;
  readonly when: Direction;
}

/** On, where it is off unless somebody says so. */
export const on = direction('on', (before, after) => before !== 'true' && after === 'true');

/** On again, where it is on unless somebody says otherwise. */
export const onAgain = direction('on again', (before, after) => before === 'false' && after !== 'false');

/** Off, where it is off unless somebody says otherwise. */
export const off = direction('off', (before, after) => before === 'true' && after !== 'true');

/** There afterwards, and not empty. */
export const filled = direction('filled', (_, after) => after !== undefined && after !== '');

export const another = either(added, replaced, removed);

/** Patterns of keys → reason. */
type Keys = Readonly<Record<string, string>>;

/** Settings of one map: `tell` those that are turned to harm, `fine` those that do none. */
export function settingsOf(map: string, source: string) {
  const find = (pattern: string) => new RegExp(`^(?:${pattern})$`);
  return {
    tell: (when: Direction, lane: Lane, keys: Keys): Setting[] =>
      Object.entries(keys).map(([key, reason]) => ({ map, key: find(key), when, lane, reason, source })),
    fine: (...keys: readonly string[]): Setting[] =>
      keys.map((key) => ({ map, key: find(key), when: known, lane: 'neutral', reason: '', source: '' })),
  };
}
