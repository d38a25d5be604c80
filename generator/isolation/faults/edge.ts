// Hosts, paths and where they lead: VirtualServer, VirtualServerRoute, Policy, Ingress.
import { append, beside, both, drop, type Fault, replace, set, unset } from './edit.ts';

const own = 'VirtualServer t-acme/edge';
const shared = 'VirtualServerRoute t-blue-ridge/edge';
const paused = 'VirtualServerRoute t-tidewater/edge';
const platform = 'VirtualServer nginx-ingress/shared-host';
const balancer = 'Ingress nginx-ingress/load-balancer';
const proxy = 'spec routes 0 action proxy';
const theirHost = 'billing.t-blue-ridge.svc.cluster.local';
const headers = `${proxy} requestHeaders`;

export const edgeFaults: readonly Fault[] = [
  [own, drop, 't-acme: no host leads to it'],
  [own, set('spec host', 'my.harborview.example'), 'my.harborview.example is not the host of acme'],
  [own, set('spec host', 'insure.keelstone.example'), 'is in the way of'],
  [own, set('spec host', '*.keelstone.example'), 'is in the way of'],
  [own, set('spec host', 'INSURE.keelstone.example.'), 'is in the way of'],
  [
    own,
    replace('billing.t-acme.svc', 'billing.t-blue-ridge.svc'),
    'the host is not rewritten to billing.t-acme',
  ],
  [
    own,
    append(`${headers} set`, { name: 'host', value: theirHost }),
    'the host is not rewritten to billing.t-acme',
  ],
  [own, unset(`${headers} set`), 'the host is not rewritten to billing.t-acme'],
  [own, set(`${headers} set 0 value`, '$host'), 'the host is not rewritten to billing.t-acme'],
  [own, set(`${headers} pass`, true), 'headers that the mesh trusts come from the user'],
  [own, set('spec upstreams 0 service', 't-blue-ridge/billing'), 't-blue-ridge/billing is not exposed'],
  [own, set('spec upstreams 0 service', 'notifications'), 'notifications is not exposed'],
  [own, set('spec upstreams 0 port', 9090), '9090 is not the port of billing'],
  [own, unset('spec upstreams 0 use-cluster-ip'), 'goes around the service'],
  [
    own,
    both(set('spec upstreams 0 backup', theirHost), set('spec upstreams 0 backupPort', 8080)),
    `falls back to ${theirHost}`,
  ],
  [own, set(`${proxy} upstream`, 'claims-api'), '/api/billing does not lead to billing'],
  [own, unset('spec routes 0'), '/api/billing does not lead to billing'],
  [own, set('spec routes 0 action', { pass: 'billing' }), 'keeps the host that the user wrote'],
  [
    own,
    set('spec routes 0 action', { redirect: { url: 'https://my.harborview.example' } }),
    'sends users elsewhere',
  ],
  [own, set('spec routes 0 route', 't-blue-ridge/edge'), 'delegates further'],
  [own, set('spec routes 0 path', '~ ^/api/.*'), 'lies outside of what is its own'],
  [
    own,
    set('spec routes 0 splits', [{ weight: 100, action: { pass: 'billing' } }]),
    'nobody can judge splits',
  ],
  [
    own,
    set('spec routes 0 location-snippets', 'proxy_pass http://10.0.0.1;'),
    'nobody can judge location-snippets',
  ],
  [own, set('spec server-snippets', 'return 200;'), 'it has server-snippets'],
  [
    own,
    append('spec policies', { name: 'edge-rate-limit', namespace: 't-blue-ridge' }),
    'obeys the policy t-blue-ridge/edge-rate-limit',
  ],
  [
    own,
    set('metadata namespace', 't-blue-ridge'),
    'VirtualServer t-blue-ridge/edge: portal.acme-mutual.example is not the host',
  ],
  [shared, set('spec host', 'portal.acme-mutual.example'), 'is in the way of'],
  [shared, set('kind', 'VirtualServer'), 'it takes a whole host'],
  [shared, unset('metadata labels tenantry.dev/route'), 'the shared host does not delegate to it'],
  [shared, replace('/blueridge/', '/tidewater/'), '/tidewater/api/billing: lies outside'],
  [shared, set('spec subroutes 0 path', '/'), 'is in the way of'],
  [shared, set('spec subroutes 0 path', '/blueridgeway/api/billing'), 'lies outside'],
  [shared, set('spec subroutes 0 path', '/tidewater/blueridge'), 'is in the way of'],
  [shared, set('spec subroutes 0 path', '/blueridge'), 'lies outside'],
  [
    shared,
    set('spec subroutes 0 action proxy rewritePath', '/internal/invoices'),
    'does not lead to billing',
  ],
  [shared, set('spec subroutes 0 policies', [{ name: 'edge-rate-limit' }]), 'takes users from everywhere'],
  [shared, set('spec subroutes 0 policies', [{ name: 'missing' }]), 'there is no policy missing'],
  ['Policy t-blue-ridge/edge-allowed-sources', drop, 'there is no policy edge-allowed-sources'],
  ['Policy t-blue-ridge/edge-allowed-sources', append('spec accessControl allow', '0.0.0.0/0'), '0.0.0.0/0'],
  [
    'Policy t-blue-ridge/edge-allowed-sources',
    set('spec accessControl', { deny: ['198.51.100.0/24'] }),
    'takes users from everywhere',
  ],
  [
    paused,
    both(
      set('spec upstreams', [{ name: 'billing', service: 'billing', port: 8080, 'use-cluster-ip': true }]),
      set('spec subroutes 0 action', { proxy: { upstream: 'billing' } }),
    ),
    'leads to a service of a tenant that is suspended',
  ],
  [platform, set('spec host', 'portal.acme-mutual.example'), 'is not the shared host'],
  [platform, set('spec upstreams', [{ name: 'x', service: 'x', port: 80 }]), 'leads to a service by itself'],
  [
    platform,
    set('spec routes 0 routeSelector matchLabels', { other: 'label' }),
    'the shared host does not delegate to it',
  ],
  [balancer, set('metadata namespace', 't-acme'), 'only the edge may have a load balancer'],
  [
    balancer,
    set('metadata annotations alb.ingress.kubernetes.io/group.name', 'all'),
    'its load balancer is shared',
  ],
  [
    balancer,
    set('metadata annotations alb.ingress.kubernetes.io/scheme', 'internet-facing'),
    'faces the internet',
  ],
  [
    balancer,
    beside('mine', set('metadata namespace', 't-acme'), set('spec ingressClassName', 'nginx')),
    'Ingress t-acme/mine',
  ],
  [own, both(set('kind', 'TransportServer'), unset('spec policies')), 'the edge must not be told more'],
  [own, set('kind', 'GlobalConfiguration'), 'the edge must not be told more'],
];
