// The host that an environment's path-routed tenants share. It names none of them: each brings its own route, in its own
// namespace, so one tenant's edit touches no file outside it.
import type { Chart } from 'cdk8s';
import { add } from '../../../../../compose/add.ts';
import { nginx } from '../../../../../compose/nginx.ts';
import { platformLabels, sharedRoute } from '../../../../../model/labels.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';

export function compose(chart: Chart, { platform, cluster }: ClusterTarget): void {
  const { namespace, ingressClass } = platform.edge;
  add(
    chart,
    nginx.virtualServer(
      { name: 'shared-host', namespace, labels: platformLabels },
      {
        ingressClassName: ingressClass,
        host: platform.domains.shared[cluster.environment],
        tls: {},
        routes: [{ path: '/', routeSelector: { matchLabels: sharedRoute } }],
      },
    ),
  );
}
