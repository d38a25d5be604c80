// Nothing in the mesh takes a connection without a certificate of the mesh, in namespaces that say nothing themselves too.
import type { Chart } from 'cdk8s';
import { add } from '../../../../../compose/add.ts';
import { istio } from '../../../../../compose/istio.ts';
import { platformLabels } from '../../../../../model/labels.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, { platform }: ClusterTarget): void {
  // In the root namespace and without a selector it counts for the whole mesh.
  const metadata = { name: 'default', namespace: platform.mesh.namespace, labels: platformLabels };
  add(chart, istio.peerAuthentication(metadata, { mtls: { mode: 'STRICT' } }));
}
