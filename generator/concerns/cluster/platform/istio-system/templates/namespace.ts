// The mesh's namespace. The CNI plug-in writes into every node's file system and network, which only `privileged` admits
// (https://istio.io/latest/docs/setup/additional-setup/cni/).
import type { Chart } from 'cdk8s';
import { addNamespace } from '../../../../../compose/component.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  addNamespace(chart, target, 'istio-system', 'privileged');
}
