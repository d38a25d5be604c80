// Whose tokens are tokens here: the tenant's own identity provider's, meant for this tenant. Everybody else's are refused
// with 401. A request without any token passes; what it may then do, `authorization` says.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { istio } from '../../../compose/istio.ts';
import { tenantLabels } from '../../../model/labels.ts';
import type { TenantTarget } from '../../../model/target.ts';

export function compose(chart: Chart, { tenant, namespace }: TenantTarget): void {
  const { issuer, audiences, jwksUri } = tenant.identity;
  add(
    chart,
    istio.requestAuthentication(
      { name: 'default', namespace, labels: tenantLabels(tenant.id) },
      {
        jwtRules: [
          {
            issuer,
            audiences: [...audiences],
            jwksUri,
            // Unless places are named, Istio reads `?access_token=` too, and addresses end up in logs and histories
            // (istio.io: "RequestAuthentication", JWTRule).
            fromHeaders: [{ name: 'Authorization', prefix: 'Bearer ' }],
            // A service that calls another one for the user hands the token on.
            forwardOriginalToken: true,
          },
        ],
      },
    ),
  );
}
