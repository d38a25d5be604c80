// The namespace of the controller that makes the load balancer.
import type { Chart } from 'cdk8s';
import { addNamespace } from '../../../../../compose/component.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  addNamespace(chart, target, 'aws-load-balancer-controller', 'restricted');
}
