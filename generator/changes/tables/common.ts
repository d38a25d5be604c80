// What is true of every kind: the fields that all objects share, and what Argo CD reads off them.
import { fromMatching } from '../directions.ts';
import type { Row } from '../knowledge.ts';
import { harmless, row } from './rows.ts';

const syncOptions = 'metadata.annotations["argocd.argoproj.io/sync-options"]';
const argocd = 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/';

/** For kinds that are steered by annotations: one of theirs that no row names is unknown. */
export const identityRows: readonly Row[] = harmless(
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.labels',
  'metadata.annotations["argocd.argoproj.io/sync-wave"]',
  syncOptions,
);

/** For kinds that hold no data: a label or an annotation that no row names means nothing to anybody but readers. */
export const plainRows: readonly Row[] = [...identityRows, ...harmless('metadata.annotations')];

/** For every other table. */
export const commonRows: readonly Row[] = [
  ...plainRows,
  row(
    syncOptions,
    fromMatching(/\bPrune=(?:false|confirm)\b/),
    'data-loss',
    'Argo CD may prune the object once it leaves the tree',
    argocd,
  ),
  row(
    syncOptions,
    fromMatching(/\bDelete=(?:false|confirm)\b/),
    'data-loss',
    'the object goes when its Application is deleted',
    argocd,
  ),
];
