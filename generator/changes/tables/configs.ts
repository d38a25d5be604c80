// What pods read at their start: ConfigMap and Secret.
import { canonical } from '../compare/canonical.ts';
import { changed, from } from '../directions.ts';
import type { Knowledge, Manifest } from '../knowledge.ts';
import { judgeArgocdSettings } from './argocd/configmaps.ts';
import { plainRows } from './common.ts';
import { type Finding, found, judgeEach } from './pairwise.ts';
import { harmless, noHarm, row, verdict } from './rows.ts';
import { validation } from './upstream.ts';

const secrets = 'https://kubernetes.io/docs/concepts/configuration/secret/';
const configMaps = 'https://kubernetes.io/docs/concepts/configuration/configmap/';

function frozenData(before: Manifest | undefined, after: Manifest | undefined): Finding[] {
  if (before?.immutable !== true || after === undefined) return [];
  return ['data', 'binaryData', 'stringData'].flatMap((field) => {
    const [old, now] = [before, after].map((side) => canonical(side[field] ?? null));
    if (old === now) return [];
    return [found(field, 'rejected', 'immutable data cannot change', validation('core'))];
  });
}

/** Its pods restart through the hash of what they read, so a change of the data says nothing by itself. */
const configMap: Knowledge = {
  group: '',
  kind: 'ConfigMap',
  nature: 'workload',
  created: noHarm,
  judge: (pairs, scope) => [...judgeArgocdSettings(pairs, scope), ...judgeEach(frozenData)(pairs, scope)],
  deleted: verdict('downtime', 'pods that read it do not start', configMaps),
  rows: [
    ...plainRows,
    row('immutable', from(true), 'rejected', 'a config map that is immutable stays so', validation('core')),
  ],
};

const secret: Knowledge = {
  group: '',
  kind: 'Secret',
  nature: 'access',
  created: noHarm,
  deleted: verdict('downtime', 'pods that read it do not start', secrets),
  judge: judgeEach(frozenData),
  rows: [
    ...plainRows,
    ...harmless('immutable'),
    row('type', changed, 'rejected', 'the type of a secret cannot change', validation('core')),
    row('immutable', from(true), 'rejected', 'a secret that is immutable stays so', validation('core')),
    row('data', changed, 'exposure', 'what reads it trusts, or signs in as, somebody else', secrets),
    row('stringData', changed, 'exposure', 'what reads it trusts, or signs in as, somebody else', secrets),
  ],
};

export const configs: readonly Knowledge[] = [configMap, secret];
