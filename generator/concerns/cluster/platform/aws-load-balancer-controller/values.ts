// What the chart of the AWS Load Balancer Controller is told: it serves one namespace, the edge's, and changes no Service.
import type { Chart } from 'cdk8s';
import { write } from '../../../../compose/add.ts';
import { controllerAccount, spreadOver } from '../../../../compose/component.ts';
import type { ClusterTarget } from '../../../../model/target.ts';

const name = 'aws-load-balancer-controller';

export function compose(chart: Chart, target: ClusterTarget): void {
  const { cluster, components, platform } = target;
  const { replicas, resources } = components[name];
  write(chart, {
    [name]: {
      clusterName: cluster.name,
      region: cluster.region,
      // Else it asks the metadata service, which pods do not reach.
      vpcId: cluster.network.vpc,
      serviceAccount: controllerAccount(target, name),
      // Who owns an Ingress of the class owns what the load balancer listens to, so tenants may not
      // (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/ingress_class/).
      ingressClass: 'alb',
      ingressClassParams: {
        create: true,
        name: 'alb',
        spec: {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': platform.edge.namespace } },
          scheme: 'internal',
        },
      },
      // The old annotations would go round the class.
      disableIngressClassAnnotation: true,
      disableIngressGroupNameAnnotation: true,
      controllerConfig: { featureGates: { EnableServiceController: false } },
      enableServiceMutatorWebhook: false,
      defaultTargetType: 'ip',
      // Only the web ACL that the cluster names.
      enableShield: false,
      enableWaf: false,
      replicaCount: replicas.min,
      podDisruptionBudget: { maxUnavailable: 1 },
      topologySpreadConstraints: spreadOver({ 'app.kubernetes.io/name': name }),
      resources: { requests: resources, limits: { memory: resources.memory } },
      // What `restricted` wants and the chart leaves out.
      podSecurityContext: { fsGroup: 65534, seccompProfile: { type: 'RuntimeDefault' } },
      securityContext: {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        readOnlyRootFilesystem: true,
        runAsNonRoot: true,
      },
    },
  });
}
