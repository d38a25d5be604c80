// The edge's namespace: in the mesh, and its pods wait until the load balancer sends to them. NGINX binds ports 80 and 443
// by a capability of its file, which `restricted` takes from it with `allowPrivilegeEscalation: false`.
import type { Chart } from 'cdk8s';
import { addNamespace } from '../../../../../compose/component.ts';
import { meshLabels } from '../../../../../model/labels.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, target: ClusterTarget): void {
  addNamespace(chart, target, 'nginx-ingress', 'baseline', {
    ...meshLabels(target.platform.mesh.revision),
    'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled',
  });
}
