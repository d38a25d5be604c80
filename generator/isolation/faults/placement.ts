// Secrets, projects, groups, and where objects are put.
import { append, beside, both, type Fault, replace, set, unset } from './edit.ts';

const secret = 'ExternalSecret t-acme/billing-secrets';
const store = 'SecretStore t-acme/secrets-manager';
const project = 'AppProject argocd/t-acme';
const people = 'RoleBinding t-acme/engineers';
const group = 'spec namespaceResourceWhitelist';

export const placementFaults: readonly Fault[] = [
  [
    secret,
    replace('/production/acme/laravel', '/production/blue-ridge/laravel'),
    '/production/blue-ridge/laravel is not one of its secrets',
  ],
  [secret, replace('/production/acme/', '/staging/acme/'), '/staging/acme/laravel is not one of its secrets'],
  [
    secret,
    replace('/production/acme/', '/production/acme-eu/'),
    '/production/acme-eu/laravel is not one of its secrets',
  ],
  [
    secret,
    replace('/production/acme/laravel', '/production/acme/../blue-ridge/laravel'),
    'is not one of its secrets',
  ],
  [secret, replace('/production/acme/laravel', 'rds!cluster-1'), 'rds!cluster-1 is not one of its secrets'],
  [
    secret,
    replace('/production/acme/laravel', '/production/acme/unknown'),
    '/production/acme/unknown is not one of its secrets',
  ],
  [secret, set('spec secretStoreRef kind', 'ClusterSecretStore'), 'a store of the whole cluster'],
  [secret, unset('spec secretStoreRef kind'), 'a store of the whole cluster'],
  [secret, set('spec dataFrom', [{ find: { path: '/production' } }]), 'it takes whatever it finds'],
  [
    secret,
    set('spec data 0 sourceRef', { storeRef: { kind: 'ClusterSecretStore', name: 'all' } }),
    'is not one of its secrets',
  ],
  [secret, set('kind', 'ClusterExternalSecret'), 'a tenant may not have one of this kind'],
  [secret, set('kind', 'PushSecret'), 'a tenant may not have one of this kind'],
  [
    store,
    replace('t-acme-secret-reader', 't-blue-ridge-secret-reader'),
    'it reads as arn:aws:iam::111122223333:role/t-blue-ridge',
  ],
  [store, unset('spec provider aws role'), 'it reads as the operator itself'],
  [
    store,
    set('spec provider aws auth', {
      jwt: { serviceAccountRef: { name: 'secret-reader', namespace: 't-blue-ridge' } },
    }),
    'it reads as somebody in t-blue-ridge',
  ],
  [store, set('spec provider aws region', 'us-west-2'), 'it reads SecretsManager in us-west-2'],
  [store, set('spec provider aws service', 'ParameterStore'), 'it reads ParameterStore'],
  [
    store,
    set('spec provider', { kubernetes: { remoteNamespace: 't-blue-ridge' } }),
    'its secrets come from elsewhere',
  ],
  [store, set('spec conditions', [{ namespaces: ['t-blue-ridge'] }]), 'only a cluster-wide store has'],
  [store, set('kind', 'ClusterSecretStore'), 'a tenant may not have one of this kind'],
  // What Argo CD lets the tenant's folder make.
  [
    project,
    append('spec destinations', { namespace: 't-blue-ridge', server: 'https://kubernetes.default.svc' }),
    'it may write to',
  ],
  [project, set('spec destinations 0 namespace', '*'), 'it may write to *'],
  [project, set('spec destinations 0 namespace', 't-acme*'), 'it may write to t-acme*'],
  [project, set('spec destinations 0 server', '*'), 'it may write to t-acme on *'],
  [project, append('spec sourceRepos', '*'), 'it may read'],
  [
    project,
    set('spec sourceRepos', ['https://git.other.example/mine.git']),
    'it may read https://git.other.example',
  ],
  [project, set('spec clusterResourceWhitelist 0 name', '*'), 'it may make Namespace *'],
  [
    project,
    set('spec clusterResourceWhitelist 0 name', 't-blue-ridge'),
    'it may make Namespace t-blue-ridge',
  ],
  [
    project,
    append('spec clusterResourceWhitelist', {
      group: 'rbac.authorization.k8s.io',
      kind: 'ClusterRoleBinding',
    }),
    'it may make ClusterRoleBinding',
  ],
  [project, append(group, { group: '*', kind: '*' }), 'it may make *'],
  [project, append(group, { group: 'networking.istio.io', kind: 'EnvoyFilter' }), 'it may make EnvoyFilter'],
  [project, append(group, { group: 'argoproj.io', kind: 'Application' }), 'it may make Application'],
  [project, append(group, { group: '', kind: 'Secret' }), 'it may make Secret'],
  [project, append(group, { group: 'rbac.authorization.k8s.io', kind: 'Role' }), 'it may make Role'],
  [project, unset(group), 'it may make anything'],
  [
    project,
    set('spec roles', [{ name: 'x', policies: ['p, x, applications, *, */*, allow'] }]),
    'it has roles',
  ],
  [project, set('spec sourceNamespaces', ['t-blue-ridge']), 'it has sourceNamespaces'],
  [project, set('metadata name', 't-blue-ridge'), 'it is called t-blue-ridge'],
  // People.
  [
    people,
    replace('tenant-acme-engineers', 'tenant-blue-ridge-engineers'),
    'tenant-blue-ridge-engineers is none of its people',
  ],
  [
    people,
    replace('tenant-acme-engineers', 'system:authenticated'),
    'system:authenticated is none of its people',
  ],
  [
    people,
    append('subjects', { kind: 'ServiceAccount', name: 'billing', namespace: 't-blue-ridge' }),
    'ServiceAccount billing is none of its people',
  ],
  [
    people,
    append('subjects', { kind: 'User', name: 'kubernetes-admin', apiGroup: 'rbac.authorization.k8s.io' }),
    'User kubernetes-admin',
  ],
  [people, set('roleRef name', 'cluster-admin'), 'it grants cluster-admin'],
  [people, set('roleRef kind', 'Role'), 'it grants tenantry-engineer'],
  [
    people,
    both(set('kind', 'ClusterRoleBinding'), unset('metadata namespace')),
    'a tenant may not have one of this kind',
  ],
  [people, set('kind', 'Role'), 'a tenant may not have one of this kind'],
  // Where it is put.
  [
    people,
    set('metadata namespace', 't-blue-ridge'),
    'RoleBinding t-blue-ridge/engineers: it is in t-blue-ridge',
  ],
  ['ConfigMap t-acme/billing-config', set('metadata namespace', 'kube-system'), 'it is in kube-system'],
  ['ConfigMap t-acme/billing-config', unset('metadata namespace'), 'it is in no namespace'],
  [
    'ConfigMap t-acme/billing-config',
    set('metadata labels tenantry.dev/tenant', 'blue-ridge'),
    'it says that it is of blue-ridge',
  ],
  ['Namespace t-acme', beside('t-acme-eu'), 'Namespace t-acme-eu: it is called t-acme-eu'],
  [
    'Namespace t-acme',
    set('metadata labels tenantry.dev/tenant', 'tidewater'),
    'it says that it is of tidewater',
  ],
  ['ConfigMap t-acme/billing-config', set('kind', 'Secret'), 'a tenant may not have one of this kind'],
];
