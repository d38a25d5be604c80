// What a run did to the tree, cluster by cluster. Knows nothing of how.
import type { Unit } from '../model/tree.ts';
import type { FileChange } from '../reconcile/change.ts';
import type { Review } from '../review/review.ts';
import { groupDigits } from './terminal/count.ts';
import { renderTable } from './terminal/table.ts';
import { visible } from './terminal/visible.ts';

/** Counts the files of a run by cluster: the first segment of their paths. */
export class Tally {
  readonly #files = new Map<string, number>();

  add({ files }: Unit): void {
    for (const path of files.keys()) {
      const cluster = clusterOf(path);
      this.#files.set(cluster, (this.#files.get(cluster) ?? 0) + 1);
    }
  }

  /** A row per cluster, sorted by name, and their sum when there are several. */
  renderTable(changes: readonly FileChange[]): string {
    const count = (cluster: string, kind: FileChange['kind']) =>
      changes.filter((change) => change.kind === kind && clusterOf(change.path) === cluster).length;
    const clusters = new Set([...this.#files.keys(), ...changes.map(({ path }) => clusterOf(path))]);
    const rows = [...clusters].sort().map((cluster) => {
      const [created, updated, deleted] = [
        count(cluster, 'created'),
        count(cluster, 'updated'),
        count(cluster, 'deleted'),
      ];
      const unchanged = (this.#files.get(cluster) ?? 0) - created - updated;
      return { cluster, counts: [created, updated, deleted, unchanged] };
    });
    if (rows.length > 1) {
      const sums = [0, 1, 2, 3].map((column) =>
        rows.reduce((sum, row) => sum + (row.counts[column] ?? 0), 0),
      );
      rows.push({ cluster: 'all', counts: sums });
    }
    return renderTable(
      ['cluster', 'created', 'updated', 'deleted', 'unchanged'],
      rows.map(({ cluster, counts }) => [cluster, ...counts.map(groupDigits)]),
      [1, 2, 3, 4],
    );
  }
}

/** What a run changes against what was committed, in a paragraph; empty when it changes nothing. */
export async function summarise(review: Review | undefined): Promise<string> {
  if (review === undefined || review.groups.length === 0) return '';
  const { headline } = await import('./report/headline.ts');
  return `${visible(headline(await review.summary()))} \`tenantry diff\` tells more.\n`;
}

function clusterOf(path: string): string {
  return path.slice(0, path.indexOf('/'));
}
