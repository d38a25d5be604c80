// As whom providers act in AWS: as the role of their own pods, in the cluster's own account. No key is stored anywhere.
// See https://github.com/crossplane-contrib/provider-upjet-aws/blob/main/AUTHENTICATION.md.
import type { Chart } from 'cdk8s';
import { add } from '../../../../../compose/add.ts';
import { inWave } from '../../../../../compose/in-wave.ts';
import { defaultAccount } from '../../../../../compose/managed.ts';
import { platformLabels } from '../../../../../model/labels.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';
import { waves } from '../../../../../model/waves.ts';

const sources = { 'pod-identity': 'PodIdentity', irsa: 'IRSA' } as const;

export function compose(chart: Chart, { cluster }: ClusterTarget): void {
  const { kind, name } = defaultAccount;
  add(chart, {
    apiVersion: 'aws.m.upbound.io/v1beta1',
    kind,
    metadata: { name, labels: platformLabels, annotations: inWave(waves.afterPackages) },
    spec: { credentials: { source: sources[cluster.identity.mode] } },
  });
}
