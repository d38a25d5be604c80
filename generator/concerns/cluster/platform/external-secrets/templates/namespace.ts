// The namespace of the operator that copies tenants' secrets: it may read all Secrets, so nothing else runs here.
import type { Chart } from 'cdk8s';
import { addNamespace } from '../../../../../compose/component.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  addNamespace(chart, target, 'external-secrets', 'restricted');
}
