// Which kinds of the providers exist on the cluster: those that something of ours is made of. Each other one would cost the
// API server memory, and be one more thing that somebody could make.
import type { Chart } from 'cdk8s';
import { add } from '../../../../../compose/add.ts';
import { inWave } from '../../../../../compose/in-wave.ts';
import { managedKinds } from '../../../../../model/kinds.ts';
import { platformLabels } from '../../../../../model/labels.ts';
import { waves } from '../../../../../model/waves.ts';

export function compose(chart: Chart): void {
  add(chart, {
    apiVersion: 'apiextensions.crossplane.io/v1alpha1',
    kind: 'ManagedResourceActivationPolicy',
    metadata: { name: 'tenantry', labels: platformLabels, annotations: inWave(waves.packages) },
    spec: { activate: managedKinds.map(({ group, plural }) => `${plural}.${group}`) },
  });
}
