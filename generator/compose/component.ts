// What every platform component's folder holds besides its values: the Chart.yaml of an umbrella chart, and a Namespace.
// Knows no component.
import type { Chart } from 'cdk8s';
import { roleArn } from '../model/arns.ts';
import { type PodSecurityLevel, platformLabels, podSecurityLabels } from '../model/labels.ts';
import { controllerRoleOf } from '../model/names.ts';
import type { ClusterTarget } from '../model/target.ts';
import { waves } from '../model/waves.ts';
import { add, write } from './add.ts';
import { keptByArgocd } from './application-set.ts';
import { inWave } from './in-wave.ts';
import { kube } from './kube.ts';

/** The folder below `platform/` that holds the component's chart, and the namespace that it is installed in. */
export type ComponentName = keyof ClusterTarget['components'];

/** An umbrella chart is never published, so its own version means nothing; Helm wants one. */
const unpublished = '0.0.0';

export function writeChart(chart: Chart, { components }: ClusterTarget, name: ComponentName): void {
  const { description, charts } = components[name];
  const dependencies = charts.map(({ name, repository, version }) => ({ name, repository, version }));
  write(chart, {
    apiVersion: 'v2',
    name,
    description,
    type: 'application',
    version: unpublished,
    dependencies,
  });
}

/** @param labels what others select the namespace by */
export function addNamespace(
  chart: Chart,
  { cluster }: ClusterTarget,
  name: ComponentName,
  level: PodSecurityLevel,
  labels: Readonly<Record<string, string>> = {},
): void {
  add(
    chart,
    kube.namespace({
      metadata: {
        name,
        labels: { ...platformLabels, ...labels, ...podSecurityLabels(level, cluster.kubernetesVersion) },
        // Deleting it deletes what Crossplane and the edge keep in it, so neither git nor an Application may.
        annotations: { ...keptByArgocd, ...inWave(waves.namespace) },
      },
    }),
  );
}

/** As evenly over zones as there is room. @param pods what selects them */
export function spreadOver(pods: Readonly<Record<string, string>>): readonly object[] {
  return [
    {
      maxSkew: 1,
      topologyKey: 'topology.kubernetes.io/zone',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: pods },
    },
  ];
}

/** A chart's ServiceAccount; with Pod Identity the account's bootstrap binds its role to it by name. */
export function controllerAccount({ cluster }: ClusterTarget, name: string): object {
  const role = roleArn(cluster, controllerRoleOf(cluster.name, name));
  const annotations = { 'eks.amazonaws.com/role-arn': role };
  return { create: true, name, ...(cluster.identity.mode === 'irsa' && { annotations }) };
}
