// Every kind that is known, by family. A family is loaded when an object of its kinds changes: all of them together
// take longer to load than a tenant takes to render.
import type { Knowledge } from './knowledge.ts';

type Table = readonly Knowledge[];

/** `/Namespace`: one kind of the core group; `apps/*`: every kind of a group; `*.aws.m.upbound.io/*`: of all groups below it. */
const families: readonly (readonly [kinds: readonly string[], load: () => Promise<Table>])[] = [
  [
    ['/ResourceQuota', '/LimitRange', 'scheduling.k8s.io/*'],
    async () => (await import('./tables/capacity.ts')).capacity,
  ],
  [['/Namespace', '/ServiceAccount'], async () => (await import('./tables/cluster.ts')).cluster],
  [['/ConfigMap', '/Secret'], async () => (await import('./tables/configs.ts')).configs],
  [['/Service', 'vpcresources.k8s.aws/*'], async () => (await import('./tables/services.ts')).serviceTables],
  [
    ['/PersistentVolume', '/PersistentVolumeClaim', 'storage.k8s.io/*', 'snapshot.storage.k8s.io/*'],
    async () => (await import('./tables/storage.ts')).storage,
  ],
  [['apps/*'], async () => (await import('./tables/workloads.ts')).workloads],
  [['batch/*'], async () => (await import('./tables/jobs.ts')).jobTables],
  [
    ['autoscaling/*', 'autoscaling.k8s.io/*', 'policy/*'],
    async () => (await import('./tables/scaling.ts')).scaling,
  ],
  [['keda.sh/*', 'karpenter.sh/*'], async () => (await import('./tables/scaling-events.ts')).eventScaling],
  [['networking.k8s.io/*'], async () => (await import('./tables/network/network.ts')).network],
  [['networking.k8s.io/*'], async () => (await import('./tables/ingress.ts')).ingressTables],
  [['k8s.nginx.org/*'], async () => (await import('./tables/nginx.ts')).nginx],
  [['k8s.nginx.org/*'], async () => (await import('./tables/nginx-policies.ts')).nginxPolicies],
  [['*.istio.io/*'], async () => (await import('./tables/mesh/mesh.ts')).istio],
  [['rbac.authorization.k8s.io/*'], async () => (await import('./tables/rbac/rbac.ts')).rbac],
  [['admissionregistration.k8s.io/*'], async () => (await import('./tables/admission.ts')).admission],
  [['policies.kyverno.io/*'], async () => (await import('./tables/kyverno.ts')).kyverno],
  [['apiextensions.k8s.io/*'], async () => (await import('./tables/definitions.ts')).definitionTables],
  [['argoproj.io/*'], async () => (await import('./tables/argocd/argocd.ts')).argocd],
  [['tenantry.dev/*'], async () => (await import('./tables/target-file.ts')).targetFiles],
  [['tenantry.dev/*'], async () => (await import('./tables/charts.ts')).charts],
  [['tenantry.dev/BackupClaim'], async () => (await import('./tables/backup-claims.ts')).backupClaims],
  [['tenantry.dev/DatabaseClaim'], async () => (await import('./tables/database-claims.ts')).databaseClaims],
  [
    ['tenantry.dev/AlarmsClaim', 'tenantry.dev/CdnClaim'],
    async () => (await import('./tables/edge-claims.ts')).edgeClaims,
  ],
  [
    ['tenantry.dev/BucketClaim', 'tenantry.dev/CacheClaim', 'tenantry.dev/KeyClaim'],
    async () => (await import('./tables/storage-claims.ts')).storageClaims,
  ],
  [['tenantry.dev/NetworkClaim'], async () => (await import('./tables/claims.ts')).claims],
  [['external-secrets.io/*'], async () => (await import('./tables/external-secrets.ts')).externalSecrets],
  [
    [
      'apiextensions.crossplane.io/*',
      'protection.crossplane.io/*',
      'pkg.crossplane.io/*',
      'aws.m.upbound.io/*',
    ],
    async () => (await import('./tables/crossplane.ts')).crossplane,
  ],
  [['*.aws.m.upbound.io/*'], async () => (await import('./tables/cloud.ts')).cloud],
  [['mysql.sql.m.crossplane.io/*'], async () => (await import('./tables/sql.ts')).sql],
  [['velero.io/*'], async () => (await import('./tables/velero.ts')).velero],
  [['monitoring.coreos.com/*'], async () => (await import('./tables/observability.ts')).observability],
];

/** @param kinds `/Namespace`, `apps/Deployment`; all that are known when absent */
export async function loadKnowledge(kinds?: Iterable<string>): Promise<readonly Knowledge[]> {
  const wanted = kinds === undefined ? undefined : [...kinds];
  const needed = families.filter(
    ([known]) => wanted === undefined || wanted.some((kind) => isAmong(kind, known)),
  );
  return (await Promise.all(needed.map(([, load]) => load()))).flat();
}

function isAmong(kind: string, known: readonly string[]): boolean {
  const group = kind.slice(0, kind.indexOf('/'));
  return known.some((name) => {
    if (!name.endsWith('/*')) return name === kind;
    const pattern = name.slice(0, -'/*'.length);
    return pattern.startsWith('*.') ? group.endsWith(pattern.slice(1)) : group === pattern;
  });
}
