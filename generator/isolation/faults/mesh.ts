// Certificates, and who may ask whom for what: PeerAuthentication and AuthorizationPolicy.
import { append, beside, both, drop, type Fault, replace, set, unset } from './edit.ts';

const root = 'PeerAuthentication istio-system/default';
const strict = 'PeerAuthentication t-acme/default';
const deny = 'AuthorizationPolicy t-acme/deny-all';
const billing = 'AuthorizationPolicy t-acme/service-billing';
const portal = 'AuthorizationPolicy t-acme/service-portal';
const claims = 'AuthorizationPolicy t-acme/service-claims-api';
const selector = { matchLabels: { 'app.kubernetes.io/name': 'billing' } };
const plain = 't-acme/billing: takes connections without a certificate';
const source = 'spec rules 0 from 0 source';
const operation = 'spec rules 0 to 0 operation';
/** Of `service-billing`: what the edge may ask for with a token, and without. */
const users = 'spec rules 3';
const open = 'spec rules 4';
const isOpenTo = (caller: string) => `cluster.local/ns/${caller} → t-acme/billing:8080`;

export const meshFaults: readonly Fault[] = [
  // Certificates.
  [root, drop, 'istio-system: it has no PeerAuthentication'],
  [root, set('spec mtls mode', 'PERMISSIVE'), 'istio-system: it has no PeerAuthentication'],
  [strict, drop, 't-acme: it has no PeerAuthentication'],
  [strict, set('spec mtls mode', 'PERMISSIVE'), plain],
  [strict, set('spec mtls mode', 'DISABLE'), plain],
  [strict, set('spec mtls mode', 'UNSET'), 't-acme: it has no PeerAuthentication'],
  [strict, set('spec selector', selector), 't-acme: it has no PeerAuthentication'],
  [strict, beside('also', set('spec mtls mode', 'PERMISSIVE')), plain],
  [strict, beside('one', set('spec selector', selector), set('spec mtls mode', 'PERMISSIVE')), plain],
  [
    strict,
    beside('port', set('spec selector', selector), set('spec portLevelMtls', { 8080: { mode: 'DISABLE' } })),
    plain,
  ],
  [
    strict,
    beside(
      'metrics',
      set('spec selector', selector),
      set('spec portLevelMtls', { 9090: { mode: 'PERMISSIVE' } }),
    ),
    'certificate on 9090',
  ],
  ['Namespace t-acme', unset('metadata labels istio.io/rev'), `${plain} on 8080 (it has no sidecar)`],
  [
    'Deployment t-acme/billing',
    set('spec template metadata labels sidecar.istio.io/inject', 'false'),
    'it has no sidecar',
  ],
  [
    'Deployment t-acme/billing',
    set('spec template metadata annotations sidecar.istio.io/inject', 'false'),
    'it has no sidecar',
  ],
  [
    'Deployment t-acme/billing',
    set('spec template metadata annotations traffic.sidecar.istio.io/excludeInboundPorts', '8080'),
    'told to leave this port alone',
  ],
  [
    'Deployment t-acme/billing',
    set('spec template metadata annotations traffic.sidecar.istio.io/includeInboundPorts', ''),
    'told to leave this port alone',
  ],
  ['Deployment t-acme/billing', set('spec template spec hostNetwork', true), 'it has no sidecar'],
  [
    'Deployment t-acme/billing',
    set('spec template spec serviceAccountName', 'claims-api'),
    't-acme/billing: runs as claims-api',
  ],
  [
    'Deployment t-acme/billing',
    unset('spec template spec serviceAccountName'),
    't-acme/billing: runs as default',
  ],
  // Everybody.
  [deny, drop, 't-acme/worker'],
  [deny, set('spec rules', [{}]), 't-acme/worker'],
  [deny, set('spec selector', selector), 't-acme/worker'],
  [deny, set('spec action', 'DENY'), 't-acme/worker'],
  [deny, beside('open', set('spec rules', [{}])), 't-blue-ridge'],
  [
    deny,
    beside('mesh', set('spec rules', [{ from: [{ source: { principals: ['*'] } }] }])),
    'ns/t-blue-ridge/sa/billing → t-acme/billing',
  ],
  [
    deny,
    beside('space', set('spec rules', [{ from: [{ source: { namespaces: ['t-acme'] } }] }])),
    'sa/portal → t-acme/billing',
  ],
  [
    deny,
    beside('spaces', set('spec rules', [{ from: [{ source: { namespaces: ['t-*'] } }] }])),
    'ns/t-blue-ridge/sa/billing → t-acme',
  ],
  [
    deny,
    beside(
      'not',
      set('spec rules', [{ from: [{ source: { notPrincipals: ['cluster.local/ns/default/sa/default'] } }] }]),
    ),
    'without a certificate → t-acme',
  ],
  [
    deny,
    beside('notspace', set('spec rules', [{ from: [{ source: { notNamespaces: ['t-tidewater'] } }] }])),
    'ns/t-blue-ridge/sa/billing → t-acme',
  ],
  [
    deny,
    beside('range', set('spec rules', [{ from: [{ source: { ipBlocks: ['0.0.0.0/0'] } }] }])),
    'without a certificate → t-acme',
  ],
  [
    deny,
    beside('pods', set('spec rules', [{ from: [{ source: { ipBlocks: ['100.64.0.0/10'] } }] }])),
    'ns/t-blue-ridge/sa/billing → t-acme',
  ],
  [
    deny,
    beside('client', set('spec rules', [{ from: [{ source: { remoteIpBlocks: ['198.18.0.0/15'] } }] }])),
    'ns/t-blue-ridge/sa/billing → t-acme',
  ],
  [
    deny,
    beside(
      'account',
      set('spec rules', [{ from: [{ source: { serviceAccounts: ['t-blue-ridge/billing'] } }] }]),
    ),
    'ns/t-blue-ridge/sa/billing → t-acme',
  ],
  [
    deny,
    beside('domain', set('spec rules', [{ from: [{ source: { trustDomains: ['other.example'] } }] }])),
    'other.example/ns/t-acme',
  ],
  [
    deny,
    beside('when', set('spec rules', [{ when: [{ key: 'source.namespace', values: ['t-blue-ridge'] }] }])),
    'ns/t-blue-ridge/sa/billing → t-acme',
  ],
  [
    deny,
    beside('header', set('spec rules', [{ when: [{ key: 'request.headers[x-internal]', values: ['1'] }] }])),
    'nobody can judge the condition',
  ],
  [
    deny,
    beside('health', set('spec rules', [{ to: [{ operation: { paths: ['/healthz'] } }] }])),
    'without a certificate → t-acme',
  ],
  [
    deny,
    beside('suffix', set('spec rules', [{ to: [{ operation: { paths: ['*.json'] } }] }])),
    'without a certificate → t-acme',
  ],
  [
    deny,
    beside('options', set('spec rules', [{ to: [{ operation: { methods: ['OPTIONS'] } }] }])),
    'OPTIONS /',
  ],
  [
    deny,
    beside('metrics', set('spec rules', [{ to: [{ operation: { ports: ['9090'] } }] }])),
    't-acme/billing:9090',
  ],
  [
    deny,
    beside('but', set('spec rules', [{ to: [{ operation: { notPaths: ['/internal/*'] } }] }])),
    'without a certificate → t-acme',
  ],
  [
    deny,
    beside('root', set('metadata namespace', 'istio-system'), set('spec rules', [{}])),
    't-blue-ridge/billing',
  ],
  [
    deny,
    beside('shut', set('spec action', 'DENY'), set('spec rules', [{}])),
    'no AuthorizationPolicy lets it in',
  ],
  // One service's own.
  [billing, drop, `${isOpenTo('t-acme/sa/worker')}: POST`],
  [billing, set('spec action', 'DENY'), 'no AuthorizationPolicy lets it in'],
  [billing, set('spec action', 'AUDIT'), 'no AuthorizationPolicy lets it in'],
  [billing, set('spec rules', [{}]), isOpenTo('t-blue-ridge/sa/billing')],
  [billing, set('spec rules', []), 'no AuthorizationPolicy lets it in'],
  [billing, unset('spec selector'), 't-acme/notifications:8080'],
  [billing, set('spec selector matchLabels app.kubernetes.io/name', 'documents'), 't-acme/documents:8080'],
  [billing, unset('spec rules 0 from'), 'without a certificate → t-acme/billing'],
  [billing, set(`${source} principals`, ['*']), isOpenTo('t-blue-ridge/sa/billing')],
  [billing, set(`${source} principals`, ['cluster.local/ns/t-acme/*']), isOpenTo('t-acme/sa/portal')],
  [billing, set(`${source} principals`, ['cluster.local/ns/t-acme*']), isOpenTo('t-acme-twin/sa/billing')],
  [billing, set(`${source} principals`, ['*/sa/claims-api']), 'other.example/ns/t-acme/sa/claims-api'],
  [billing, set(`${source} principals`, ['cluster.local/ns/t-acme/sa/claims-api*']), 'sa/claims-api-twin'],
  [
    billing,
    replace('ns/t-acme/sa/claims-api', 'ns/t-blue-ridge/sa/claims-api'),
    isOpenTo('t-blue-ridge/sa/claims-api'),
  ],
  [billing, replace('ns/t-acme/sa/claims-api', 'ns/t-acme/sa/portal'), isOpenTo('t-acme/sa/portal')],
  [
    billing,
    both(
      unset(`${source} principals`),
      set(`${source} notPrincipals`, ['cluster.local/ns/t-acme/sa/portal']),
    ),
    isOpenTo('t-blue-ridge/sa/billing'),
  ],
  [
    billing,
    append(`${source} principals`, 'cluster.local/ns/nginx-ingress/sa/default'),
    isOpenTo('nginx-ingress/sa/default'),
  ],
  [
    billing,
    append(`${source} principals`, 'cluster.local/ns/nginx-ingress/sa/nginx-ingress'),
    isOpenTo('nginx-ingress/sa/nginx-ingress'),
  ],
  [billing, unset('spec rules 0 to'), `${isOpenTo('t-acme/sa/claims-api')}: GET`],
  [billing, append('spec rules 0 to', { operation: { methods: ['GET'] } }), isOpenTo('t-acme/sa/claims-api')],
  [billing, unset(`${operation} methods`), isOpenTo('t-acme/sa/claims-api')],
  [billing, set(`${operation} methods`, ['*']), isOpenTo('t-acme/sa/claims-api')],
  [billing, append(`${operation} methods`, 'DELETE'), 'DELETE /internal/payouts'],
  [
    billing,
    both(unset(`${operation} methods`), set(`${operation} notMethods`, ['GET'])),
    'HEAD /internal/payouts/ with no token',
  ],
  [billing, unset(`${operation} paths`), isOpenTo('t-acme/sa/claims-api')],
  [billing, set(`${operation} paths`, ['/internal/payouts*']), '/internal/payouts-twin'],
  [billing, set(`${operation} paths`, ['/internal/*']), 'POST /internal/'],
  [billing, set(`${operation} paths`, ['*/payouts']), isOpenTo('t-acme/sa/claims-api')],
  [
    billing,
    set(`${operation} paths`, ['/internal/payouts', '/internal/payouts/{**}', '/internal/{*}']),
    isOpenTo('t-acme/sa/claims-api'),
  ],
  [billing, set(`${operation} paths`, ['/internal/payouts']), 'POST /internal/payouts/'],
  [billing, replace('/internal/payouts/*', '/internal/payout/*'), 'no AuthorizationPolicy lets it in'],
  [
    billing,
    both(unset(`${operation} paths`), set(`${operation} notPaths`, ['/api/*'])),
    isOpenTo('t-acme/sa/claims-api'),
  ],
  [billing, unset(`${operation} ports`), 't-acme/billing:9090'],
  [billing, set(`${operation} ports`, ['8443']), 't-acme/billing:8443'],
  [billing, set(`${operation} hosts`, ['*.blue-ridge.example']), 'no AuthorizationPolicy lets it in'],
  [billing, unset('spec rules 0'), 'no AuthorizationPolicy lets it in'],
  // The edge.
  [billing, unset(`${users} from 0 source principals`), isOpenTo('t-blue-ridge/sa/billing')],
  [
    billing,
    both(unset(`${users} from 0 source requestPrincipals`), unset(`${users} when`)),
    'GET /api/billing/ with no token',
  ],
  [billing, unset(`${users} when`), 'with a token without a claim'],
  [billing, unset(`${users} when 0`), 'with a token without a claim'],
  [billing, set(`${users} when 0 values`, ['*']), 'with a token for acme-twin'],
  [billing, append(`${users} when 0 values`, 'blue-ridge'), 'with a token for blue-ridge'],
  [billing, set(`${users} when 0 values`, ['acme*']), 'with a token for acme-twin'],
  [billing, set(`${users} when 0 values`, ['blue-ridge']), 'with its own token'],
  [billing, set(`${users} when 0 key`, 'request.auth.claims[sub]'), 'with its own token'],
  [
    billing,
    both(unset(`${users} when 0 values`), set(`${users} when 0 notValues`, ['blue-ridge'])),
    'with a token without a claim',
  ],
  [billing, append(`${open} to 0 operation paths`, '/api/billing/*'), 'GET /api/billing/ with no token'],
  [billing, append(`${open} to 0 operation methods`, 'POST'), 'POST /api/billing/healthz/ with no token'],
  [billing, unset(`${open} to 0 operation paths`), 'with no token'],
  [billing, unset(`${open} from`), 'without a certificate → t-acme/billing'],
  [billing, unset(open), 'GET /api/billing/healthz'],
  [portal, append('spec rules 0 to 0 operation methods', 'POST'), 'POST /'],
  [
    claims,
    append('spec rules', { from: [{ source: { principals: ['cluster.local/ns/t-acme/sa/worker'] } }] }),
    't-acme/claims-api:8080',
  ],
  [
    'AuthorizationPolicy t-tidewater/service-billing',
    append('spec rules', {
      from: [{ source: { principals: ['cluster.local/ns/nginx-ingress/sa/nginx-ingress'] } }],
    }),
    't-tidewater/billing:8080',
  ],
];
