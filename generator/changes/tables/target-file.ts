// Files of the tree that are no Kubernetes objects: a tenant's `target.yaml`, of which ApplicationSets make Applications, and
// everything else, of which nothing is known.
import { changed, direction } from '../directions.ts';
import { fileKind, targetKind } from '../documents.ts';
import type { Knowledge } from '../knowledge.ts';
import { harmless, row, verdict } from './rows.ts';
import { turnedOff } from './turns.ts';

const fileGenerator =
  'https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Git/';
const directories = 'https://argo-cd.readthedocs.io/en/stable/user-guide/directory/';
const regions = 'https://docs.crossplane.io/latest/managed-resources/managed-resources/';

/** What the next run reads of it. */
const rules = 'generator/rules/';

const running: readonly unknown[] = ['onboarding', 'active'];

const stops = direction('stops', (before, after) => running.includes(before) && !running.includes(after));

/** A day that comes promises more. */
const moves = direction('moves', (before, after) => before !== undefined && before !== after);

const earlier = direction(
  'earlier',
  (before, after) => before !== undefined && (after === undefined || String(after) < String(before)),
);

const targetFile: Knowledge = {
  ...targetKind,
  nature: 'access',
  created: verdict('cost', 'a tenant comes to the cluster', fileGenerator),
  deleted: verdict('downtime', 'the tenant leaves the cluster: its workloads go', fileGenerator),
  rows: [
    row(
      'tenant',
      changed,
      'data-loss',
      'the Applications of the old name go, and others come',
      fileGenerator,
    ),
    row('account', changed, 'data-loss', 'databases are made anew, empty, in the other account', regions),
    row('account', changed, 'stuck', 'what is there does not move to another account', regions),
    row('region', changed, 'data-loss', 'databases are made anew, empty, in the other region', regions),
    row('region', changed, 'stuck', 'what is there does not move to another region', regions),
    row('cluster', changed, 'data-loss', 'databases are made anew, empty, beside the other cluster', regions),
    // Whether the database comes along is the rule's to say, before.
    ...harmless('database'),
    row('layers.workloads', turnedOff, 'downtime', 'the workloads go with their Application', fileGenerator),
    row(
      'layers.foundation',
      turnedOff,
      'downtime',
      'the namespace is not kept as it should be',
      fileGenerator,
    ),
    row('heldSince', moves, 'recoverability', 'the legal hold does not stand as it did', rules),
    row(
      'retainedSince',
      moves,
      'recoverability',
      'the retention of its records counts from another day',
      rules,
    ),
    row('retainedUntil', earlier, 'recoverability', 'its records are kept for a shorter time', rules),
    row('lifecycle', stops, 'downtime', 'the workloads of the tenant are stopped', fileGenerator),
    // The data layer's Application deletes nothing, and so stays.
    ...harmless('layers.data', 'layers.workloads', 'layers.foundation', 'displayName', 'ring', 'tier'),
  ],
};

const file: Knowledge = {
  ...fileKind,
  nature: 'access',
  created: verdict('unknown', 'what the file does cannot be told', directories),
  deleted: verdict('unknown', 'what the file did cannot be told', directories),
  rows: [row('text', changed, 'unknown', 'what the file does cannot be told', directories)],
};

export const targetFiles: readonly Knowledge[] = [targetFile, file];
