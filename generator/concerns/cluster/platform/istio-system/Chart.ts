// The umbrella chart of `istio-system`. Its versions are data: `platform/components.yaml`.
import type { Chart } from 'cdk8s';
import { writeChart } from '../../../../compose/component.ts';
import type { ClusterTarget } from '../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  writeChart(chart, target, 'istio-system');
}
