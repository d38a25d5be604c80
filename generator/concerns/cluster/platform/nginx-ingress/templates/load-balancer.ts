// The cluster's one load balancer: CloudFront reaches it inside the VPC, it reaches NGINX. No tenant has one of its own.
import type { Chart } from 'cdk8s';
import { add } from '../../../../../compose/add.ts';
import { kube } from '../../../../../compose/kube.ts';
import { platformLabels } from '../../../../../model/labels.ts';
import { loadBalancerOf } from '../../../../../model/names.ts';
import { ports } from '../../../../../model/ports.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  const { namespace, service } = target.platform.edge;
  const annotations = Object.entries(settingsOf(target)).map(([key, value]) => [
    `alb.ingress.kubernetes.io/${key}`,
    value,
  ]);
  add(
    chart,
    kube.ingress({
      metadata: {
        name: 'load-balancer',
        namespace,
        labels: platformLabels,
        annotations: Object.fromEntries(annotations),
      },
      spec: {
        ingressClassName: 'alb',
        defaultBackend: { service: { name: service, port: { number: ports.https } } },
      },
    }),
  );
}

/** https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/ */
function settingsOf({ platform, cluster }: ClusterTarget): Record<string, string> {
  const subnets = cluster.network.subnets.filter(({ role }) => role === 'node').map(({ id }) => id);
  return {
    'load-balancer-name': loadBalancerOf(cluster.name),
    scheme: 'internal',
    subnets: subnets.join(','),
    // CloudFront's addresses. Without a list everybody's are let in (LBC: pkg/ingress/model_builder.go).
    'security-group-prefix-lists': cluster.edge.prefixList,
    'listen-ports': JSON.stringify([{ HTTPS: ports.https }]),
    'certificate-arn': cluster.certificates.loadBalancer,
    'ssl-policy': platform.edge.tlsPolicy,
    'wafv2-acl-arn': cluster.edge.webAcl,
    'target-type': 'ip',
    'backend-protocol': 'HTTPS',
    'healthcheck-protocol': 'HTTP',
    'healthcheck-port': String(ports.edgeReadiness),
    'healthcheck-path': '/nginx-ready',
    'success-codes': '200',
    // As long as a request can last, and no longer: pods that go are not waited for in vain.
    'target-group-attributes': `deregistration_delay.timeout_seconds=${platform.edge.idleSeconds}`,
    'load-balancer-attributes': Object.entries(attributesOf(platform.edge.idleSeconds, cluster))
      .map(([key, value]) => `${key}=${value}`)
      .join(','),
  };
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html */
function attributesOf(
  idleSeconds: number,
  { name, edge }: ClusterTarget['cluster'],
): Record<string, string | number | boolean> {
  return {
    'access_logs.s3.enabled': true,
    'access_logs.s3.bucket': edge.logBucket,
    'access_logs.s3.prefix': name,
    'deletion_protection.enabled': true,
    'idle_timeout.timeout_seconds': idleSeconds,
    'routing.http.desync_mitigation_mode': 'strictest',
    'routing.http.drop_invalid_header_fields.enabled': true,
    'routing.http.preserve_host_header.enabled': true,
    // Its last address is the viewer's, which CloudFront added; NGINX believes no other.
    'routing.http.xff_header_processing.mode': 'preserve',
  };
}
