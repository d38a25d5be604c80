// Kinds that a cluster knows besides its own: CustomResourceDefinition. Knows none of them.
import { changed, direction, removed, to } from '../directions.ts';
import { asMapping } from '../documents.ts';
import type { Knowledge } from '../knowledge.ts';
import { commonRows } from './common.ts';
import { noHarm, verdict } from './rows.ts';
import { below } from './tell.ts';

const definitions =
  'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/';
const versions =
  'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/';
const validations =
  'https://github.com/kubernetes/kubernetes/blob/v1.36.2/staging/src/k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go';

const { tell, fine } = below('spec');

/** A field's schema, and not one word of it. */
export const removedNode = direction(
  'removed node',
  (before, after) => after === undefined && Object.keys(asMapping(before)).length > 0,
);

const customResourceDefinition: Knowledge = {
  group: 'apiextensions.k8s.io',
  kind: 'CustomResourceDefinition',
  nature: 'stateful',
  created: noHarm,
  deleted: verdict('data-loss', 'all objects of the kind are deleted, and what they stand for', definitions),
  rows: [
    ...commonRows,
    ...fine('names.{shortNames,categories,singular,listKind}', 'versions'),
    ...tell(changed, 'rejected', validations, {
      '{group,scope}': 'the group and the scope of a kind cannot change',
      'names.{kind,plural}': 'the names of a kind cannot change',
    }),
    ...tell(removed, 'data-loss', versions, {
      'versions[].name': 'objects of the version are not served any more',
    }),
    ...tell(removedNode, 'data-loss', versions, {
      'versions[].schema.**': 'fields that the schema does not know are dropped from objects',
    }),
    ...tell(to(false), 'data-loss', versions, {
      'versions[].served': 'objects of the version are not served any more',
    }),
    ...tell(changed, 'recoverability', versions, {
      'versions[].storage': 'objects are kept in another version, which an older release may not read',
    }),
    ...tell(changed, 'downtime', versions, { conversion: 'objects are converted by another service' }),
  ],
};

export const definitionTables: readonly Knowledge[] = [customResourceDefinition];
