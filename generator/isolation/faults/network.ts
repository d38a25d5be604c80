// NetworkPolicies that let through more, or less, than they should.
import { append, beside, drop, type Fault, replace, set, unset } from './edit.ts';

const deny = 'NetworkPolicy t-acme/default-deny';
const dns = 'NetworkPolicy t-acme/allow-dns';
const mesh = 'NetworkPolicy t-acme/allow-mesh';
const telemetry = 'NetworkPolicy t-acme/allow-telemetry';
const billing = 'NetworkPolicy t-acme/service-billing';
const everybody = { ipBlock: { cidr: '0.0.0.0/0' } };
const others = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 't-blue-ridge' } } };
const billingOpen = 'ingress of t-acme/billing is open';
const billingOut = 'egress of t-acme/billing is open';

export const networkFaults: readonly Fault[] = [
  // What everything rests on.
  [deny, drop, 't-acme: it has no NetworkPolicy that denies everything'],
  [dns, drop, 'egress of t-acme/billing lets TCP 53'],
  [deny, append('spec ingress', {}), billingOpen],
  [deny, append('spec egress', {}), billingOut],
  [deny, append('spec ingress', { from: [] }), billingOpen],
  [deny, append('spec ingress', { ports: [{ port: 8080 }] }), billingOpen],
  [deny, append('spec ingress', { from: [{ podSelector: {} }] }), 't-acme/portal → t-acme/billing: ingress'],
  [deny, append('spec egress', { to: [{ podSelector: {} }] }), 't-acme/portal → t-acme/billing: egress'],
  [
    deny,
    append('spec ingress', { from: [{ namespaceSelector: {} }] }),
    't-blue-ridge/billing → t-acme/billing',
  ],
  [deny, append('spec egress', { to: [{ namespaceSelector: {} }] }), 't-acme/billing → t-blue-ridge/billing'],
  [deny, append('spec egress', { to: [others] }), 't-acme/billing → t-blue-ridge/billing'],
  [deny, append('spec ingress', { from: [others] }), 't-blue-ridge/billing → t-acme/billing'],
  [
    deny,
    append('spec egress', {
      to: [{ namespaceSelector: { matchExpressions: [{ key: 'tenantry.dev/tenant', operator: 'Exists' }] } }],
    }),
    't-acme/billing → t-blue-ridge/billing',
  ],
  [
    deny,
    append('spec ingress', {
      from: [
        {
          namespaceSelector: {
            matchExpressions: [{ key: 'tenantry.dev/tenant', operator: 'NotIn', values: ['tidewater'] }],
          },
        },
      ],
    }),
    't-blue-ridge/billing → t-acme/billing',
  ],
  [deny, append('spec ingress', { from: [everybody] }), '198.18.0.1 → t-acme/billing'],
  [deny, append('spec egress', { to: [everybody] }), 't-acme/billing → 198.18.0.1'],
  [deny, append('spec egress', { to: [{ ipBlock: { cidr: '::/0' } }] }), 't-acme/billing → 2001:db8::1'],
  [
    deny,
    append('spec egress', { to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } }] }),
    't-acme/billing → 169.254.169.254',
  ],
  [
    deny,
    append('spec egress', { to: [{ ipBlock: { cidr: '169.254.169.254/32' } }] }),
    '169.254.169.254: egress',
  ],
  [
    deny,
    append('spec egress', { to: [{ ipBlock: { cidr: '172.20.0.0/16' } }] }),
    't-acme/billing → 172.20.0.0',
  ],
  [
    deny,
    append('spec egress', { to: [{ ipBlock: { cidr: '100.64.0.0/16' } }] }),
    't-acme/billing → t-blue-ridge/billing',
  ],
  [
    deny,
    append('spec egress', {
      to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'argocd' } } }],
    }),
    't-acme/billing → argocd/*',
  ],
  [
    deny,
    append('spec egress', {
      to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'crossplane-system' } } }],
    }),
    't-acme/billing → crossplane-system/*',
  ],
  [deny, beside('open', unset('spec policyTypes'), set('spec ingress', [{}])), billingOpen],
  // The common doors.
  [dns, unset('spec egress 0 to 0 podSelector'), 'kube-system/unlabelled'],
  [dns, unset('spec egress 0 to 0 namespaceSelector'), 'kube-system/*'],
  [dns, set('spec egress 0 to 0 namespaceSelector', {}), 't-acme/billing → argocd/*'],
  [dns, unset('spec egress 0 to'), 't-acme/billing → 198.18.0.1'],
  [dns, unset('spec egress 0 ports'), 'kube-system/*: egress of t-acme/billing is open'],
  [dns, set('spec egress 0 ports 0 endPort', 65535), 'kube-system/*: egress of t-acme/billing is open'],
  [dns, unset('spec egress 0 ports 1'), 'lets UDP 53 not through'],
  [
    dns,
    set('spec podSelector', { matchLabels: { 'app.kubernetes.io/name': 'portal' } }),
    'lets TCP 53, UDP 53 not through',
  ],
  [mesh, unset('spec egress 0 to 0 podSelector'), 'istio-system/unlabelled'],
  [
    mesh,
    set('spec egress 0 ports 0 port', 15010),
    'istio-system/*: egress of t-acme/billing lets TCP 15012 not',
  ],
  [telemetry, unset('spec ingress 0 ports'), 'observability/* → t-acme/billing'],
  [telemetry, unset('spec ingress 0 from'), 't-blue-ridge/billing → t-acme/billing'],
  [telemetry, set('spec ingress 0 ports 0 port', 8080), 'observability/* → t-acme/billing'],
  [telemetry, set('spec policyTypes', ['Ingress']), 'lets TCP 4317 not through'],
  // One service's own.
  [billing, drop, 't-acme/worker → t-acme/billing: ingress of t-acme/billing lets TCP 8080 not through'],
  [billing, set('spec podSelector', {}), 't-acme/portal → t-acme/notifications: egress'],
  [billing, unset('spec ingress 0 from'), '198.18.0.1 → t-acme/billing'],
  [billing, unset('spec ingress 0 ports'), 'worker → t-acme/billing: ingress of t-acme/billing is open'],
  [billing, set('spec ingress 0 ports 0 port', 'metrics'), 'is open on TCP 9090'],
  [billing, set('spec ingress 0 ports 0', { port: 1, endPort: 65535, protocol: 'TCP' }), 'is open on'],
  [billing, set('spec ingress 0 ports 0 protocol', 'UDP'), 'lets TCP 8080 not through'],
  [billing, unset('spec ingress 0 from 0'), 't-acme/claims-api → t-acme/billing: ingress'],
  [billing, set('spec ingress 0 from 0 podSelector', {}), 't-acme/portal → t-acme/billing: ingress'],
  [billing, set('spec ingress 0 from 0 namespaceSelector', {}), 't-blue-ridge/claims-api → t-acme/billing'],
  [
    billing,
    append('spec ingress 0 from', {
      podSelector: {
        matchExpressions: [{ key: 'app.kubernetes.io/name', operator: 'NotIn', values: ['portal'] }],
      },
    }),
    't-acme/documents → t-acme/billing: ingress',
  ],
  [billing, unset('spec ingress 0 from 3 podSelector'), 'nginx-ingress/unlabelled → t-acme/billing'],
  [billing, replace('nginx-ingress', 'default'), 'default/* → t-acme/billing'],
  [billing, set('spec egress 0 to 0 namespaceSelector', {}), 't-acme/billing → t-blue-ridge/notifications'],
  [billing, append('spec egress 0 to', others), 't-acme/billing → t-blue-ridge/notifications'],
  [billing, replace('10.16.64.0/27', '10.16.48.0/24'), 't-acme/billing → 10.16.48.0: egress'],
  [
    billing,
    replace('10.16.64.0/27', '10.16.64.0/28'),
    '10.16.64.31: egress of t-acme/billing lets TCP 3306 not',
  ],
  [billing, replace('10.16.64.0/27', '10.16.64.0/18'), 't-acme/billing → 10.16.127.255'],
  [billing, replace('169.254.170.23/32', '169.254.0.0/16'), '169.254.169.254'],
  // Namespaces and pods that policies speak of.
  [
    'Deployment t-blue-ridge/portal',
    set('spec template metadata labels app.kubernetes.io/name', 'billing'),
    't-blue-ridge/portal',
  ],
  // The platform's side.
  [
    'NetworkPolicy crossplane-system/default-deny',
    append('spec ingress', {}),
    't-acme/billing → crossplane-system',
  ],
  [
    'NetworkPolicy external-secrets/allow-component',
    unset('spec ingress 0 from'),
    't-acme/billing → external-secrets',
  ],
  [
    'NetworkPolicy nginx-ingress/allow-component',
    append('spec ingress 0 from', { ipBlock: { cidr: '100.64.0.0/10' } }),
    't-acme/billing → nginx-ingress',
  ],
  [
    'NetworkPolicy istio-system/allow-component',
    unset('spec ingress 0'),
    'keeps sidecars from their control plane',
  ],
  [
    'NetworkPolicy istio-system/allow-component',
    unset('spec ingress 0 ports'),
    't-acme/billing → istio-system',
  ],
  ['NetworkPolicy nginx-ingress/allow-component', unset('spec egress 0'), 'keeps the edge from TCP 8080'],
];
