// One ServiceAccount per service, so that an identity names exactly one service. None carries an API token.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { kube } from '../../../compose/kube.ts';
import { hasIdentity } from '../../../compose/pod.ts';
import { hasSecrets } from '../../../compose/secrets.ts';
import { roleArn } from '../../../model/arns.ts';
import { serviceLabels } from '../../../model/labels.ts';
import { roleOf, secretReader } from '../../../model/names.ts';
import { hasWorkloads, type TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, target: TenantTarget): void {
  const { services, tenant, namespace } = target;
  for (const service of services) account(service.name, hasIdentity(service));
  // What the store shows when it asks for secrets. No pod runs as it.
  if (hasSecrets(target) && bearsRole(true)) account(secretReader, true);
  add(
    chart,
    // The default account is what a pod gets that names none: it must be worth nothing.
    kube.serviceAccount({
      metadata: { name: 'default', namespace },
      automountServiceAccountToken: false,
    }),
  );

  function account(name: string, hasRole: boolean): void {
    const labels = serviceLabels(tenant.id, name);
    add(
      chart,
      kube.serviceAccount({
        metadata: {
          name,
          namespace,
          labels,
          ...(bearsRole(hasRole) && { annotations: roleOfAccount(name) }),
        },
        automountServiceAccountToken: false,
      }),
    );
  }

  /** Pod Identity knows the role from an association: an annotation beside it would win, and say nothing else. */
  function bearsRole(hasRole: boolean): boolean {
    return hasRole && hasWorkloads(target) && target.cluster.identity.mode === 'irsa';
  }

  function roleOfAccount(name: string): Record<string, string> {
    const { cluster } = target;
    return { 'eks.amazonaws.com/role-arn': roleArn(cluster, roleOf(tenant.id, name, cluster.name)) };
  }
}
