// The new tree against the disk for `check`: says what differs and touches nothing.
import { readFileSync } from 'node:fs';
import type { Unit } from '../model/tree.ts';
import type { FileChange, Reconciliation } from './change.ts';
import type { TreeOptions } from './options.ts';
import { survey } from './survey.ts';

/**
 * `before` is undefined for a file that is missing, `after` for one that is stale; two equal texts mean that the
 * file is executable, which git records, or that its bytes are not UTF-8.
 */
export type OnDifference = (
  change: FileChange,
  before: string | undefined,
  after: string | undefined,
) => void;

/** Differences are told in the order in which they are found; the list that is returned is sorted. */
export function compare(
  units: Iterable<Unit>,
  options: TreeOptions & { readonly onDifference?: OnDifference },
): Reconciliation {
  const { root, onDifference } = options;
  const { changes, unchanged, diagnostics } = survey(units, options, (change, after) => {
    if (onDifference === undefined) return;
    const before = change.kind === 'created' ? undefined : readFileSync(`${root}/${change.path}`, 'utf8');
    onDifference(change, before, after);
  });
  return { changes, unchanged, diagnostics };
}
