// What the tenant's pods can name: their own services, the collector, and what some service of the tenant needs outside.
// Anything else has no route. Which service may reach which of them, `network` says.
import type { IServiceEntry } from '@kubernetes-models/istio/networking.istio.io/v1/ServiceEntry';
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { istio, ownNamespace } from '../../../compose/istio.ts';
import { hasIdentity } from '../../../compose/pod.ts';
import { bucketHostOf, keyHostOf, queueHostOf, tokenHostOf } from '../../../model/endpoints.ts';
import { tenantLabels } from '../../../model/labels.ts';
import { bucketOf } from '../../../model/names.ts';
import { ports } from '../../../model/ports.ts';
import type { Need, TenantTarget } from '../../../model/target.ts';

type Entry = Omit<NonNullable<IServiceEntry['spec']>, 'location' | 'exportTo'>;

export function compose(chart: Chart, target: TenantTarget): void {
  const { tenant, namespace, platform } = target;
  const metadataOf = (name: string) => ({ name, namespace, labels: tenantLabels(tenant.id) });
  add(
    chart,
    istio.sidecar(metadataOf('default'), {
      egress: [{ hosts: ['./*', `${platform.telemetry.namespace}/*`] }],
      outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
    }),
  );
  for (const [name, entry] of [...storesOf(target), ...hostsOf(target)]) {
    add(
      chart,
      istio.serviceEntry(metadataOf(name), { ...entry, location: 'MESH_EXTERNAL', exportTo: ownNamespace }),
    );
  }
}

/** By address: MariaDB speaks first, so there is no name that Envoy could read. */
function storesOf({ services, namespace, databaseCidrs, dataCidrs }: TenantTarget): [string, Entry][] {
  const stores: [Need, string, readonly string[], number][] = [
    ['database', 'mariadb', databaseCidrs, ports.mariadb],
    ['cache', 'redis', dataCidrs, ports.redis],
  ];
  return stores
    .filter(([need, , cidrs]) => cidrs.length > 0 && services.some(({ needs }) => needs.includes(need)))
    .map(([need, software, cidrs, number]) => [
      need,
      {
        // Nobody looks this name up: addresses decide (istio.io: "ServiceEntry", `addresses`).
        hosts: [`${need}.${namespace}.internal`],
        addresses: [...cidrs],
        ports: [{ name: `tcp-${software}`, number, protocol: 'TCP' }],
        resolution: 'NONE',
      },
    ]);
}

/** By the name in the TLS handshake. Envoy looks the name up itself, so no pod can send it elsewhere. */
function hostsOf(target: TenantTarget): [string, Entry][] {
  const hosts = new Map<string, { readonly name: string; readonly numbers: Set<number> }>();
  const reach = (name: string, host: string, port: number) => {
    const known = hosts.get(host) ?? { name, numbers: new Set() };
    hosts.set(host, known);
    known.numbers.add(port);
  };
  for (const [name, host] of awsHostsOf(target)) reach(name, host, ports.https);
  for (const { external } of target.services) {
    for (const { host, port } of external) reach(`external-${host}`, host, port);
  }
  return Array.from(hosts, ([host, { name, numbers }]) => [
    name,
    {
      hosts: [host],
      ports: [...numbers]
        .sort((a, b) => a - b)
        .map((number) => ({ name: `tls-${number}`, number, protocol: 'TLS' })),
      resolution: 'DNS',
    },
  ]);
}

function awsHostsOf({ services, cluster, platform, tenant }: TenantTarget): (readonly [string, string])[] {
  const { region } = cluster;
  const isNeeded = (need: Need) => services.some(({ needs }) => needs.includes(need));
  const bucket = bucketOf(platform.organisation.id, tenant.id, region);
  const takesRoles = cluster.identity.mode === 'irsa' && services.some(hasIdentity);
  const hosts = [
    isNeeded('key') && (['aws-key', keyHostOf(region)] as const),
    isNeeded('queue') && (['aws-queue', queueHostOf(region)] as const),
    isNeeded('bucket') && (['aws-bucket', bucketHostOf(bucket, region)] as const),
    takesRoles && (['aws-token', tokenHostOf(region)] as const),
  ];
  return hosts.filter((host) => host !== false);
}
