// Mesh configuration that reaches beyond its namespace, and services that lead elsewhere.
import { append, beside, both, drop, type Fault, replace, set, unset } from './edit.ts';

const rule = 'DestinationRule t-acme/billing';
const route = 'VirtualService t-acme/billing';
const entry = 'ServiceEntry t-acme/database';
const bucket = 'ServiceEntry t-acme/aws-bucket';
const external = 'ServiceEntry t-acme/external-mail.carrier.example';
const sidecar = 'Sidecar t-acme/default';
const service = 'Service t-acme/billing';
const theirs = 'billing.t-blue-ridge.svc.cluster.local';

export const scopeFaults: readonly Fault[] = [
  [rule, set('spec exportTo', ['*']), 'DestinationRule t-acme/billing: it is seen by *'],
  [rule, unset('spec exportTo'), 'it is seen by whoever'],
  [rule, append('spec exportTo', 't-blue-ridge'), 'it is seen by ., t-blue-ridge'],
  [rule, set('spec host', theirs), `${theirs} is no service of its own`],
  [rule, set('spec host', '*.svc.cluster.local'), '*.svc.cluster.local is no service of its own'],
  [rule, set('spec trafficPolicy tls mode', 'DISABLE'), 'its clients speak DISABLE'],
  [rule, set('spec trafficPolicy tls mode', 'SIMPLE'), 'its clients speak SIMPLE'],
  [route, set('spec exportTo', ['*']), 'VirtualService t-acme/billing: it is seen by *'],
  [route, set('spec hosts', [theirs]), `${theirs} is no service of its own`],
  [route, set('spec hosts', ['*']), '* is no service of its own'],
  [
    route,
    append('spec hosts', 'portal.harborview.example'),
    'portal.harborview.example is no service of its own',
  ],
  [route, set('spec http 0 route 0 destination host', theirs), `${theirs} is no service of its own`],
  [route, set('spec http 0 mirror', { host: theirs }), `${theirs} is no service of its own`],
  [route, set('spec http 0 delegate', { name: 'billing', namespace: 't-blue-ridge' }), 'it delegates'],
  [
    route,
    set('spec gateways', ['istio-system/edge', 'mesh']),
    'it is bound to the gateway istio-system/edge',
  ],
  [route, set('kind', 'Gateway'), 'a tenant may not have one of this kind'],
  [
    route,
    both(set('kind', 'EnvoyFilter'), set('apiVersion', 'networking.istio.io/v1alpha3')),
    'may not have one',
  ],
  [
    route,
    both(set('kind', 'WasmPlugin'), set('apiVersion', 'extensions.istio.io/v1alpha1')),
    'may not have one',
  ],
  [entry, set('spec exportTo', ['*']), 'ServiceEntry t-acme/database: it is seen by *'],
  [entry, set('spec hosts', [theirs]), `nobody declares that it may reach ${theirs}`],
  [entry, append('spec addresses', '10.16.48.0/24'), 'nobody declares that it may reach 10.16.48.0/24'],
  [entry, append('spec addresses', '0.0.0.0/0'), 'nobody declares that it may reach 0.0.0.0/0'],
  [
    entry,
    set('spec endpoints', [{ address: '169.254.169.254' }]),
    'nobody declares that it may reach 169.254.169.254',
  ],
  [entry, set('spec workloadSelector', { labels: { app: 'billing' } }), 'it stands for pods'],
  [entry, set('spec location', 'MESH_INTERNAL'), 'it says that the host is in the mesh'],
  [
    bucket,
    replace('keelstone-t-acme-documents', 'keelstone-t-blue-ridge-documents'),
    'nobody declares that it may reach keelstone-t-blue-ridge-documents',
  ],
  [bucket, set('spec hosts', ['*.amazonaws.com']), 'nobody declares that it may reach *.amazonaws.com'],
  [bucket, replace('us-east-1.amazonaws.com', 'eu-west-1.amazonaws.com'), 'eu-west-1.amazonaws.com'],
  [
    external,
    set('spec hosts', ['mail.other.example']),
    'nobody declares that it may reach mail.other.example',
  ],
  [external, drop, 't-acme: no ServiceEntry lets it reach mail.carrier.example'],
  [sidecar, drop, 't-acme: no Sidecar bounds'],
  [sidecar, append('spec egress 0 hosts', '*/*'), 'its pods see */*'],
  [sidecar, append('spec egress 0 hosts', 't-blue-ridge/*'), 'its pods see t-blue-ridge/*'],
  [sidecar, set('spec egress', []), 'its pods see what the mesh shows to everybody'],
  [sidecar, set('spec outboundTrafficPolicy mode', 'ALLOW_ANY'), 'hosts that nobody declared'],
  [sidecar, unset('spec outboundTrafficPolicy'), 'hosts that nobody declared'],
  [
    sidecar,
    set('spec workloadSelector', { labels: { 'app.kubernetes.io/name': 'portal' } }),
    'only about some pods',
  ],
  [
    sidecar,
    set('spec ingress', [{ port: { number: 8080 }, defaultEndpoint: '0.0.0.0:8080' }]),
    'takes connections in its own way',
  ],
  [
    service,
    set('metadata annotations networking.istio.io/exportTo', '*'),
    'Service t-acme/billing: it is seen by *',
  ],
  [
    service,
    set('metadata annotations networking.istio.io/exportTo', '.,t-blue-ridge'),
    'it is seen by t-blue-ridge',
  ],
  [
    'Service t-acme/notifications',
    set('metadata annotations networking.istio.io/exportTo', '.,nginx-ingress'),
    'it is seen by nginx-ingress',
  ],
  [
    service,
    both(set('spec type', 'ExternalName'), set('spec externalName', theirs)),
    'a service of type ExternalName',
  ],
  [service, set('spec type', 'LoadBalancer'), 'a service of type LoadBalancer'],
  [service, set('spec type', 'NodePort'), 'a service of type NodePort'],
  [service, set('spec externalIPs', ['10.16.48.10']), 'it takes addresses of others'],
  [service, set('spec selector app.kubernetes.io/name', 'documents'), 'it leads to other pods'],
  [service, unset('spec selector'), 'it leads to other pods'],
  [service, beside('extra'), 'nobody declares this service'],
  [service, both(set('kind', 'EndpointSlice'), set('apiVersion', 'discovery.k8s.io/v1')), 'says by hand'],
];
