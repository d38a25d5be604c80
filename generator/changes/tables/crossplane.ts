// How Crossplane puts resources together: its own kinds, composite ones and what guards them. Packages and accounts are in
// `crossplane-packages.ts`.
import { changed, ofSame, removed, to } from '../directions.ts';
import type { Knowledge } from '../knowledge.ts';
import { commonRows } from './common.ts';
import { judgeRevisions } from './composed.ts';
import { packageKinds } from './crossplane-packages.ts';
import { removedNode } from './definitions.ts';
import { noHarm, verdict } from './rows.ts';
import { below } from './tell.ts';
import { setToFalse } from './turns.ts';

const docs = 'https://docs.crossplane.io/latest';
const definitions = `${docs}/composition/composite-resource-definitions/`;
const compositions = `${docs}/composition/compositions/`;
const revisions = `${docs}/composition/composition-revisions/`;
const environments = `${docs}/composition/environment-configs/`;
const usages = `${docs}/managed-resources/usages/`;
const activation = `${docs}/managed-resources/managed-resource-activation-policies/`;
const rules =
  'https://github.com/crossplane/crossplane/tree/v2.4.2/cluster/crds/apiextensions.crossplane.io_compositeresourcedefinitions.yaml';

const group = 'apiextensions.crossplane.io';
const { tell, fine } = below('spec');

const definition: Knowledge = {
  group,
  kind: 'CompositeResourceDefinition',
  nature: 'stateful',
  created: noHarm,
  deleted: verdict(
    'data-loss',
    'every object of the kind goes, and all that they are composed of',
    definitions,
  ),
  rows: [
    ...commonRows,
    ...tell(changed, 'rejected', rules, {
      '{group,names,claimNames,scope}': 'a definition keeps its names and its scope',
    }),
    ...tell(removed, 'data-loss', definitions, {
      'versions[].name': 'objects of the version are not served any more',
    }),
    ...tell(setToFalse, 'data-loss', definitions, {
      'versions[].served': 'objects of the version are not served any more',
    }),
    ...tell(removedNode, 'data-loss', definitions, {
      'versions[].schema.**': 'fields that the schema does not know are dropped from objects',
    }),
    ...tell(ofSame(changed), 'downtime', definitions, {
      'versions[].referenceable': 'compositions of the other version are used no more',
    }),
    ...tell(changed, 'downtime', definitions, {
      '{conversion,connectionSecretKeys}': 'readers of the objects find something else',
    }),
    ...tell(changed, 'unknown', definitions, {
      '{defaultCompositionRef,enforcedCompositionRef}':
        'what another composition does to the resources of every tenant cannot be told from here',
      defaultCompositionRevisionSelector:
        'what another revision does to the resources of every tenant cannot be told from here',
    }),
    ...tell(to('Automatic', undefined), 'recoverability', revisions, {
      defaultCompositionUpdatePolicy: 'a changed composition reaches every tenant at once',
    }),
    ...fine('{metadata,versions,defaultCompositeDeletePolicy}'),
  ],
};

const composition: Knowledge = {
  group,
  kind: 'Composition',
  nature: 'stateful',
  created: noHarm,
  deleted: verdict('downtime', 'what it composes is kept up by nothing', compositions),
  rows: [
    ...commonRows,
    ...tell(changed, 'rejected', compositions, { compositeTypeRef: 'a composition keeps its kind' }),
    ...tell(changed, 'unknown', compositions, {
      '{pipeline,mode}': 'what it does to the resources of every tenant cannot be told from here',
    }),
    ...tell(changed, 'downtime', compositions, {
      writeConnectionSecretsToNamespace: 'readers of connection secrets find none',
    }),
  ],
  judge: judgeRevisions,
};

const revision: Knowledge = {
  group,
  kind: 'CompositionRevision',
  nature: 'stateful',
  created: noHarm,
  deleted: verdict('downtime', 'what is pinned to the revision is kept up by nothing', revisions),
  rows: [
    ...commonRows,
    ...tell(changed, 'rejected', revisions, {
      '{compositeTypeRef,pipeline,mode,writeConnectionSecretsToNamespace,revision}':
        'a revision is never changed',
    }),
  ],
};

const environment: Knowledge = {
  group,
  kind: 'EnvironmentConfig',
  nature: 'stateful',
  created: noHarm,
  deleted: verdict('downtime', 'compositions that read it fail', environments),
  rows: [
    ...commonRows,
    {
      field: 'data',
      when: changed,
      lane: 'unknown',
      reason: 'what compositions make of it for every tenant cannot be told from here',
      source: environments,
    },
  ],
};

/** What keeps something from being deleted, under each of the groups and names that it had. */
function usageOf(owner: string, kind: string): Knowledge {
  const reason = 'what it guarded can be deleted while something needs it';
  return {
    group: owner,
    kind,
    nature: 'stateful',
    created: noHarm,
    deleted: verdict('recoverability', reason, usages),
    rows: [
      ...commonRows,
      ...tell(changed, 'recoverability', usages, { '{of,by}': reason }),
      ...fine('{reason,replayDeletion}'),
    ],
  };
}

const activationPolicy: Knowledge = {
  group,
  kind: 'ManagedResourceActivationPolicy',
  nature: 'stateful',
  created: noHarm,
  deleted: verdict('stuck', 'kinds that are active stay so; a new cluster has none of them', activation),
  rows: [
    ...commonRows,
    ...tell(removed, 'stuck', activation, {
      'activate[]': 'kinds that are active stay so; a new cluster has none of them',
    }),
    ...fine('activate'),
  ],
};

export const crossplane: readonly Knowledge[] = [
  definition,
  composition,
  revision,
  environment,
  usageOf('protection.crossplane.io', 'Usage'),
  usageOf('protection.crossplane.io', 'ClusterUsage'),
  usageOf(group, 'Usage'),
  activationPolicy,
  ...packageKinds,
];
