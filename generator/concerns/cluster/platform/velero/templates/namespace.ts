// The namespace of Velero, which may read and write everything: nothing else runs here but what tests what it saved.
import type { Chart } from 'cdk8s';
import { addNamespace } from '../../../../../compose/component.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  addNamespace(chart, target, 'velero', 'restricted');
}
