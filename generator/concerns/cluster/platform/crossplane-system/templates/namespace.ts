// The namespace of Crossplane, its providers and its functions: they act on AWS for all tenants, so nothing else runs here.
import type { Chart } from 'cdk8s';
import { addNamespace } from '../../../../../compose/component.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  addNamespace(chart, target, 'crossplane-system', 'restricted');
}
