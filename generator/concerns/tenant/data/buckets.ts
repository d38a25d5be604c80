// The tenant's buckets in this region: its documents, and the archive of its audit trails, which nobody can change. How long
// either is kept, the law and the contract say.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { claim } from '../../../compose/claim.ts';
import { tagsOf } from '../../../compose/tags.ts';
import {
  bucketClaim,
  bucketCompositionOf,
  bucketOf,
  copierOf,
  copyKeyAliasOf,
  keyAliasOf,
  roleOf,
} from '../../../model/names.ts';
import type { TenantTarget } from '../../../model/target.ts';

type Purpose = 'documents' | 'audit';

export function compose(chart: Chart, target: TenantTarget): void {
  const { tenant, compliance } = target;
  bucket('documents', {
    oldVersionDays: compliance.retention.days,
    oldVersions: tenant.heldSince === '' ? 'Enabled' : 'Disabled',
  });
  bucket('audit', { lockYears: compliance.trail.years });

  function bucket(purpose: Purpose, kept: object): void {
    const { platform, cluster } = target;
    const spec = {
      region: cluster.region,
      account: cluster.account,
      tenant: tenant.id,
      bucket: bucketOf(platform.organisation.id, tenant.id, cluster.region, purpose),
      ...kept,
      ...copiesOf(target, purpose),
      tags: tagsOf(target),
    };
    const composition = bucketCompositionOf(purpose, placeOfCopies(target));
    add(chart, claim(target, { definition: bucketClaim, name: purpose, composition, spec }));
  }
}

function placeOfCopies({ tier, copies }: TenantTarget): 'none' | 'cluster' | 'region' {
  if (!tier.bucket.replicate) return 'none';
  return copies.cluster === '' ? 'region' : 'cluster';
}

/** Two clusters copy to each other; one alone copies to a bucket that it has elsewhere. */
function copiesOf(target: TenantTarget, purpose: Purpose): object {
  const { platform, tenant, cluster, copies } = target;
  const place = placeOfCopies(target);
  if (place === 'none') return {};
  return {
    copyBucket: bucketOf(platform.organisation.id, tenant.id, copies.region, purpose),
    copyRegion: copies.region,
    copyKeyAlias: place === 'cluster' ? keyAliasOf(tenant.id) : copyKeyAliasOf(tenant.id),
    copierRole: roleOf(tenant.id, copierOf(purpose), cluster.name),
  };
}
