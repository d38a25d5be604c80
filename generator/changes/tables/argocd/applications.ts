// What Argo CD brings to clusters, and what it may delete there: Application, and the template of an ApplicationSet.
import {
  added,
  changed,
  type Direction,
  direction,
  either,
  removed,
  replaced,
  to,
} from '../../directions.ts';
import type { Knowledge, Row } from '../../knowledge.ts';
import { commonRows } from '../common.ts';
import { given } from '../depths.ts';
import { hollow } from '../hollow.ts';
import { row, verdict } from '../rows.ts';
import { below } from '../tell.ts';
import { turnedOff, turnedOn } from '../turns.ts';
import { autoSync, deletion, differences, projects, specification, syncOptions, tracking } from './source.ts';

/** A commit, or a tag that is a version: what nobody moves. */
const pinned = /^(?:[0-9a-f]{40}|(?:refs\/tags\/)?v?\d+\.\d+\.\d+(?:[-+].*)?)$/;

/** Absent it is the head of the repository. */
export const floats: Direction = direction('floats', (_, after) => !pinned.test(String(after ?? 'HEAD')));

/** What applies to an Application's `spec`, wherever it is written. @param spec way to it */
export function applicationRows(spec: string): Row[] {
  const { tell, fine } = below(spec);
  return [
    ...tell(changed, 'exposure', projects, {
      project: 'another project decides what it may bring, and where',
    }),
    ...tell(to('default'), 'exposure', projects, { project: 'the default project permits everything' }),
    ...tell(changed, 'exposure', specification, {
      'destination.{server,name,namespace}': 'its objects come to another place',
      'source.repoURL': 'its objects come from another repository',
    }),
    ...tell(changed, 'data-loss', specification, {
      'destination.{server,name,namespace}': 'they are pruned, or left alone, where they were',
      'source.repoURL': 'objects that the other does not hold are pruned',
      'source.path': 'objects that the other folder does not hold are pruned',
      'source.directory.{include,exclude,recurse}': 'objects in files that are not read any more are pruned',
    }),
    ...tell(floats, 'exposure', tracking, {
      'source.targetRevision': 'whoever may push there decides what is synced',
    }),
    ...fine('source.targetRevision', 'info', 'revisionHistoryLimit', 'syncPolicy.retry'),
    ...tell(either(added, replaced), 'exposure', differences, {
      'ignoreDifferences[].{group,kind,name,namespace}': 'what people change there by hand is not noticed',
      'ignoreDifferences[].{jsonPointers,jqPathExpressions,managedFieldsManagers}[]':
        'what people change there by hand is not noticed',
    }),
    ...fine('ignoreDifferences'),
    ...tell(given, 'exposure', specification, {
      'syncPolicy.managedNamespaceMetadata': 'labels of the namespace decide how its pods are guarded',
    }),
    ...fine('syncPolicy.managedNamespaceMetadata'),
    ...automationRows(spec),
    ...optionRows(spec),
    ...hollow(
      ...['source', 'source.directory', 'syncPolicy', 'syncPolicy.automated', 'destination'].map(
        (field) => `${spec}.${field}`,
      ),
    ),
  ];
}

function automationRows(spec: string): Row[] {
  const { tell, fine } = below(`${spec}.syncPolicy`);
  return [
    ...tell(turnedOn, 'data-loss', autoSync, {
      'automated.prune': 'what leaves the folder is deleted',
      'automated.allowEmpty': 'a folder without objects deletes them all',
    }),
    ...tell(turnedOff, 'exposure', autoSync, {
      'automated.selfHeal': 'what people change by hand stays',
    }),
    ...tell(removed, 'stuck', autoSync, { automated: 'what is merged is not applied until somebody syncs' }),
    ...tell(to(false), 'stuck', autoSync, {
      'automated.enabled': 'what is merged is not applied until somebody syncs',
    }),
    ...fine('automated.{prune,allowEmpty,selfHeal,enabled}'),
  ];
}

function optionRows(spec: string): Row[] {
  const { tell, fine } = below(spec);
  const options = 'syncPolicy.syncOptions[]';
  const option = (when: Direction, text: string) =>
    direction(`${when.name} ${text}`, (before, after) => {
      return (before === text || after === text) && when.holds(before, after);
    });
  const gone = (text: string) => option(removed, text);
  const come = (text: string): Direction => ({ ...option(added, text), tellsOfNew: true });
  return [
    ...tell(come('Replace=true'), 'data-loss', syncOptions, {
      [options]: 'objects are deleted and made anew where they cannot be changed',
    }),
    ...tell(come('Force=true'), 'data-loss', syncOptions, {
      [options]: 'objects are deleted and made anew where they cannot be changed',
    }),
    ...tell(either(gone('Prune=false'), gone('Prune=confirm')), 'data-loss', syncOptions, {
      [options]: 'objects that leave the folder may be pruned',
    }),
    ...tell(either(gone('Delete=false'), gone('Delete=confirm')), 'data-loss', syncOptions, {
      [options]: 'its objects go when it does',
    }),
    ...tell(gone('FailOnSharedResource=true'), 'exposure', syncOptions, {
      [options]: 'it may take over objects of another Application',
    }),
    ...tell(come('CreateNamespace=true'), 'exposure', syncOptions, {
      [options]: 'it makes namespaces that no tree holds, without walls',
    }),
    ...fine('syncPolicy.syncOptions'),
  ];
}

const finalizer = /^resources-finalizer\.argocd\.argoproj\.io(?:\/|$)/;

function isFinalizer(value: unknown): boolean {
  return typeof value === 'string' && finalizer.test(value);
}

/** Its Application is deleted with all its objects from now on. */
export const cascades = direction('cascades', (before, after) => before === undefined && isFinalizer(after));

export const cascadesNoMore = direction(
  'cascades no more',
  (before, after) => isFinalizer(before) && after === undefined,
);

const annotation = (name: string) => `metadata.annotations["argocd.argoproj.io/${name}"]`;

export const applications: Knowledge = {
  group: 'argoproj.io',
  kind: 'Application',
  nature: 'access',
  created: verdict('exposure', 'what it finds in its repository comes to the cluster', specification),
  deleted: verdict('data-loss', 'its objects go with it, or belong to nobody', deletion),
  rows: [
    ...commonRows,
    ...applicationRows('spec'),
    row('metadata.finalizers[]', cascades, 'data-loss', 'its objects go when it does', deletion),
    row(
      annotation('deletion-approved'),
      given,
      'data-loss',
      'what waits to be deleted is deleted',
      syncOptions,
    ),
    row(
      annotation('skip-reconcile'),
      to('true', true),
      'stuck',
      'nothing of it is applied any more',
      syncOptions,
    ),
    ...below('metadata').fine('finalizers'),
  ],
};
