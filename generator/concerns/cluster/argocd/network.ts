// Who may reach Argo CD's repository server and cache: an unauthenticated caller of the first runs code there
// (CVE-2026-15416, GHSA-47m3-95c7-g2g8), and tenants' pods share the network.
import type { Chart } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-30';
import { add } from '../../../compose/add.ts';
import { kube, type Plain } from '../../../compose/kube.ts';
import { namespaceNamed, tcp } from '../../../compose/network-policy.ts';
import { argocdLabels } from '../../../model/labels.ts';
import { ports } from '../../../model/ports.ts';
import type { ClusterTarget } from '../../../model/target.ts';

const server = 'argocd-server';
const controller = 'argocd-application-controller';
const applicationSets = 'argocd-applicationset-controller';
const notifications = 'argocd-notifications-controller';
const repository = 'argocd-repo-server';
const cache = 'argocd-redis';

export function compose(chart: Chart, { platform }: ClusterTarget): void {
  const { argocd, telemetry } = platform;
  const metrics = {
    from: [namespaceNamed(telemetry.namespace)],
    ports: [tcp(ports.argocdRepositoryMetrics)],
  };
  isolate(repository, [
    {
      from: [server, controller, applicationSets, notifications].map(podsOf),
      ports: [tcp(ports.argocdRepository)],
    },
    metrics,
  ]);
  isolate(cache, [{ from: [server, controller, repository].map(podsOf), ports: [tcp(ports.redis)] }]);

  /** Named as in the installation's own manifests: theirs let every namespace read metrics, and two policies add up. */
  function isolate(component: string, ingress: Plain<k8s.NetworkPolicyIngressRule>[]): void {
    const name = `${component}-network-policy`;
    add(
      chart,
      kube.networkPolicy({
        metadata: { name, namespace: argocd.namespace, labels: argocdLabels(component) },
        spec: { podSelector: podsOf(component).podSelector, policyTypes: ['Ingress'], ingress },
      }),
    );
  }
}

function podsOf(component: string): { podSelector: Plain<k8s.LabelSelector> } {
  return { podSelector: { matchLabels: { 'app.kubernetes.io/name': component } } };
}
