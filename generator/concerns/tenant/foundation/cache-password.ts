// The password of the tenant's cache, copied from Secrets Manager for the provider that makes the cache; services get it with
// their own secrets. Stays when its object goes: a cache without its Secret cannot be changed any more.
// It has 16 to 128 printable characters (https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html).
import type { IExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret';
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { hasSecrets } from '../../../compose/secrets.ts';
import { tenantLabels } from '../../../model/labels.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { cachePassword, cacheSecret, secretFolderOf, secretStore } from '../../../model/names.ts';
import { hasWorkloads, type TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  if (!hasWorkloads(target) || !hasSecrets(target)) return;
  const { tenant, cluster, namespace, platform } = target;
  const { secret, property } = cacheSecret;
  const key = `${secretFolderOf(cluster.environment, tenant.id)}${secret}`;
  const made: IExternalSecret = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: cachePassword, namespace, labels: tenantLabels(tenant.id) },
    spec: {
      refreshInterval: `${platform.secrets.refreshMinutes}m`,
      secretStoreRef: { kind: 'SecretStore', name: secretStore },
      target: { name: cachePassword, creationPolicy: 'Orphan', deletionPolicy: 'Retain' },
      data: [{ secretKey: 'password', remoteRef: { key, property } }],
    },
  };
  add(chart, made as unknown as Manifest);
}
