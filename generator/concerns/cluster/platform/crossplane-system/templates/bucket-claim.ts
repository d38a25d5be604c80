// A tenant's bucket as a kind of its own, in six ways: documents or archives that nobody can change, and copies nowhere, in
// the bucket of another cluster, or in one that is made for them. Refuses to know any tenant.
import type { Chart } from 'cdk8s';
import claimSchema from '../../../../../../schemas/kubernetes/tenantry.dev/bucketclaim_v1alpha1.json' with {
  type: 'json',
};
import { add } from '../../../../../compose/add.ts';
import { type BucketPlan, bucketTemplates } from '../../../../../compose/bucket.ts';
import { copierTemplates } from '../../../../../compose/bucket-copies.ts';
import { composition } from '../../../../../compose/composition.ts';
import { definitionOf } from '../../../../../compose/definition.ts';
import { bucketClaim, bucketCompositionOf } from '../../../../../model/names.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  const { buckets } = target.platform;
  add(chart, definitionOf(bucketClaim, claimSchema));
  for (const purpose of ['documents', 'audit'] as const) {
    const isLocked = purpose === 'audit';
    const own = bucketTemplates({ ...ownBucket, isLocked }, buckets);
    const copies = bucketTemplates({ ...copyBucket, isLocked }, buckets);
    const made = {
      none: own,
      cluster: [...own, ...copierTemplates],
      region: [...own, ...copies, ...copierTemplates],
    };
    for (const [to, templates] of Object.entries(made)) {
      const name = bucketCompositionOf(purpose, to as keyof typeof made);
      add(chart, composition(target, { definition: bucketClaim, name, templates }));
    }
  }
}

const ownBucket: Omit<BucketPlan, 'isLocked'> = {
  prefix: '',
  bucket: 'spec.bucket',
  region: 'spec.region',
  key: 'tenant',
};

const copyBucket: typeof ownBucket = {
  prefix: 'copy-',
  bucket: 'spec.copyBucket',
  region: 'spec.copyRegion',
  key: 'copies',
};
