// Keys of the servers that Argo CD takes manifests from, one in each line.
import type { Finding } from '../pairwise.ts';
import { repositories as source } from './source.ts';

/** The key of the ConfigMap that holds them. */
export const hosts = 'ssh_known_hosts';

export function hostChanges(before: unknown, after: unknown): Finding[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const change = { field: `data.${hosts}`, source } as const;
  const added = now.filter((line) => !old.includes(line));
  const removed = old.filter((line) => !now.includes(line));
  const reason = 'whoever has the key may pass for the repository';
  return [
    ...added.map(
      (line): Finding => ({ ...change, before: undefined, after: line, lane: 'exposure', reason }),
    ),
    ...removed.map(
      (line): Finding => ({
        ...change,
        before: line,
        after: undefined,
        lane: 'downtime',
        reason: 'the repository is not trusted any more, and nothing of it is synced',
      }),
    ),
  ];
}

function linesOf(text: unknown): string[] {
  const lines = typeof text === 'string' ? text.split('\n') : [];
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}
