// Secrets that come from outside of the cluster: ExternalSecret and the stores that it reads.
import { canonical } from '../compare/canonical.ts';
import { added, changed, either, removed, replaced, to } from '../directions.ts';
import type { Knowledge, Manifest } from '../knowledge.ts';
import { plainRows } from './common.ts';
import { type Finding, found, judgeEach, valueAt } from './pairwise.ts';
import { verdict } from './rows.ts';
import { below } from './tell.ts';

const docs = 'https://external-secrets.io/latest';
const secrets = `${docs}/api/externalsecret/`;
const lifecycles = `${docs}/guides/ownership-deletion-policy/`;
const stores = `${docs}/api/secretstore/`;
const clusterStores = `${docs}/api/clustersecretstore/`;

const { tell, fine } = below('spec');

const externalSecret: Knowledge = {
  group: 'external-secrets.io',
  kind: 'ExternalSecret',
  nature: 'access',
  created: verdict('exposure', 'a secret of the store can be read in the namespace', secrets),
  deleted: verdict('downtime', 'the secret goes, and pods that read it do not start', lifecycles),
  rows: [
    ...plainRows,
    ...fine('refreshInterval', 'data', 'dataFrom', 'refreshPolicy', 'syncWindows'),
    ...fine('target.{creationPolicy,deletionPolicy,immutable}'),
    ...tell(changed, 'exposure', secrets, { secretStoreRef: 'secrets of another store are read' }),
    ...tell(either(added, replaced), 'exposure', secrets, {
      'data[].remoteRef.{key,property}': 'another secret of the store is read',
      'data[].sourceRef.**': 'a secret is read from elsewhere',
      'dataFrom[].**': 'other secrets of the store are read',
    }),
    ...tell(removed, 'downtime', secrets, {
      'data[].secretKey': 'the key goes, and pods that read it do not start',
      'dataFrom[]': 'keys go, and pods that read them do not start',
    }),
    ...tell(changed, 'downtime', secrets, {
      'target.name': 'the secret goes from under its old name',
      'target.template': 'the secret says something else, or says it in another way',
    }),
    ...tell(to('Delete'), 'downtime', lifecycles, {
      'target.deletionPolicy': 'the secret goes when the store does not have it',
    }),
    ...tell(to('Orphan', 'Merge', 'None'), 'downtime', lifecycles, {
      'target.creationPolicy': 'the secret is not made, or nobody cleans it up',
    }),
    ...tell(to('CreatedOnce'), 'stuck', secrets, { refreshPolicy: 'rotated secrets never arrive' }),
    ...tell(to(true), 'stuck', secrets, { 'target.immutable': 'rotated secrets never arrive' }),
  ],
};

/** An empty list of conditions lets in every namespace. */
function namespacesLetIn(before: Manifest | undefined, after: Manifest | undefined): Finding[] {
  if (before === undefined || after === undefined) return [];
  const [old = [], now = []] = [before, after].map((side) => {
    const conditions = valueAt(side, 'spec', 'conditions');
    return Array.isArray(conditions) ? conditions.map((one) => canonical(one)) : [];
  });
  if (old.length === 0 || (now.length > 0 && now.every((one) => old.includes(one)))) return [];
  const reason = 'other namespaces may read secrets of the store';
  return [found('spec.conditions', 'exposure', reason, clusterStores)];
}

function store(kind: string, page: string): Knowledge {
  return {
    group: 'external-secrets.io',
    kind,
    nature: 'access',
    created: verdict('exposure', 'secrets of the store can be read', page),
    deleted: verdict('downtime', 'secrets are not renewed any more', page),
    judge: judgeEach(namespacesLetIn),
    rows: [
      ...plainRows,
      ...fine('conditions', 'refreshInterval', 'retrySettings'),
      ...tell(changed, 'exposure', page, {
        provider: 'secrets are read elsewhere, or with another identity',
      }),
      ...tell(changed, 'downtime', page, { controller: 'another controller reads the store, or none' }),
    ],
  };
}

export const externalSecrets: readonly Knowledge[] = [
  externalSecret,
  store('SecretStore', stores),
  store('ClusterSecretStore', clusterStores),
];
