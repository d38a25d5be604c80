// Which requests are let in: none, then exactly the edges of the service graph and what the edge may bring. Of users, only
// those with a token of this tenant, but for the paths that the catalogue calls public.
import type { IAuthorizationPolicy } from '@kubernetes-models/istio/security.istio.io/v1/AuthorizationPolicy';
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { istio, pathsBelow, principalOf } from '../../../compose/istio.ts';
import { selectorOf, serviceLabels, tenantLabels } from '../../../model/labels.ts';
import { type Exposed, type HttpService, isRunning, type TenantTarget } from '../../../model/target.ts';

type Rule = NonNullable<NonNullable<IAuthorizationPolicy['spec']>['rules']>[number];
type Operation = NonNullable<Rule['to']>[number];

export function compose(chart: Chart, target: TenantTarget): void {
  const { tenant, namespace } = target;
  // Without rules it allows nothing, and whoever has an ALLOW policy needs one that matches: all others are refused.
  add(chart, istio.authorizationPolicy({ name: 'deny-all', namespace, labels: tenantLabels(tenant.id) }, {}));
  for (const service of target.services) {
    if (service.kind !== 'http') continue;
    const rules = [...rulesOfCallers(target, service), ...rulesOfEdge(target, service)];
    if (rules.length === 0) continue;
    add(
      chart,
      istio.authorizationPolicy(
        { name: `service-${service.name}`, namespace, labels: serviceLabels(tenant.id, service.name) },
        { selector: { matchLabels: selectorOf(service.name) }, action: 'ALLOW', rules },
      ),
    );
  }
}

/** Services act for themselves: none needs a token, each has its own methods and paths. */
function rulesOfCallers(target: TenantTarget, { name, port }: HttpService): Rule[] {
  return target.services.flatMap((caller) =>
    caller.calls
      .filter((call) => call.service === name)
      .map(({ methods, paths }) => ({
        from: [{ source: { principals: [ownPrincipal(target, caller.name)] } }],
        to: [operation(port, methods, paths)],
      })),
  );
}

/** A suspended tenant is cut off from the edge. */
function rulesOfEdge(target: TenantTarget, { port, exposed }: HttpService): Rule[] {
  if (exposed === undefined || !isRunning(target)) return [];
  const { platform, tenant } = target;
  const { namespace, serviceAccount } = platform.edge;
  const principals = [principalOf(platform.mesh.trustDomain, namespace, serviceAccount)];
  const signed: Rule = {
    // The issuer is compared as a whole: Istio splits at the last slash (`requestPrincipalGenerator` in pilot's generator.go).
    from: [{ source: { principals, requestPrincipals: [`${tenant.identity.issuer}/*`] } }],
    to: [operation(port, exposed.methods, [exposed.path])],
    when: [
      { key: `request.auth.claims[${platform.identity.claim}]`, values: [tenant.id] },
      { key: 'request.auth.audiences', values: [...tenant.identity.audiences] },
    ],
  };
  const open = exposed.public.map(({ methods, path }) => operation(port, methods, [path]));
  return [
    ...(isWhollyPublic(exposed) ? [] : [signed]),
    ...(open.length > 0 ? [{ from: [{ source: { principals } }], to: open }] : []),
  ];
}

/** Static files: no request is left that a token would open. */
function isWhollyPublic(exposed: Exposed): boolean {
  return exposed.public.some(
    ({ path, methods }) =>
      path === exposed.path && exposed.methods.every((method) => methods.includes(method)),
  );
}

function ownPrincipal({ platform, namespace }: TenantTarget, service: string): string {
  return principalOf(platform.mesh.trustDomain, namespace, service);
}

/** Envoy compares with the path alone, decoded and without `..`: the mesh normalises it before (meshConfig.pathNormalization). */
function operation(port: number, methods: readonly string[], paths: readonly string[]): Operation {
  return {
    operation: {
      ports: [String(port)],
      methods: [...methods],
      paths: paths.flatMap(pathsBelow),
    },
  };
}
