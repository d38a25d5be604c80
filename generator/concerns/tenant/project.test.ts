// What an AppProject lets a tenant's Applications reach, held against what is rendered.
import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  argocdKinds,
  componentKinds,
  type KindRef,
  platformKinds,
  scheduleKinds,
  tenantKinds,
} from '../../model/kinds.ts';
import type { Manifest } from '../../model/manifest.ts';
import { composeExample } from '../testing/example.ts';

const test = suite('project');
const clusters = await composeExample();
const tenants = clusters.flatMap((cluster) => cluster.tenants);

function objectsOf(files: readonly { path: string; manifests: readonly Manifest[] }[], below: string) {
  return files.filter(({ path }) => path.includes(below)).flatMap(({ manifests }) => [...manifests]);
}

function projectsOf(manifests: readonly Manifest[]): IAppProject[] {
  return manifests.filter(({ kind }) => kind === 'AppProject') as unknown as IAppProject[];
}

/** Every string below `value` that matches more than itself. */
function wildcards(value: unknown): string[] {
  if (typeof value === 'string') return /[*?!{[]/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wildcards) : [];
}

function kindsOf(manifests: readonly Manifest[]): string[] {
  const names = manifests.map(({ apiVersion, kind }) => `${apiVersion.replace(/\/?[^/]*$/, '')}/${kind}`);
  return [...new Set(names)].sort();
}

function list(kinds: readonly KindRef[]): string[] {
  return kinds.map(({ group, kind }) => `${group}/${kind}`).sort();
}

test('the example has tenants on every cluster', () => {
  for (const cluster of clusters) assert.ok(cluster.tenants.length > 0, cluster.target.cluster.name);
});

test('a tenant reaches its own namespace, from this repository, and nothing else', () => {
  for (const { target, files } of tenants) {
    const projects = projectsOf(objectsOf(files, '/argocd/projects/'));
    assert.is(projects.length, 1);
    const { metadata, spec } = projects[0] as IAppProject;
    assert.is(metadata?.name, `t-${target.tenant.id}`);
    assert.equal(spec.destinations, [
      { server: 'https://kubernetes.default.svc', namespace: `t-${target.tenant.id}` },
    ]);
    assert.equal(spec.sourceRepos, [target.platform.git.url]);
    assert.equal(spec.clusterResourceWhitelist, [
      { group: '', kind: 'Namespace', name: `t-${target.tenant.id}` },
    ]);
    assert.is(spec.sourceNamespaces, undefined);
  }
});

test('no AppProject has a wildcard in what it allows', () => {
  const all = [...tenants, ...clusters].flatMap(({ files }) => projectsOf(objectsOf(files, '')));
  assert.is(all.length, tenants.length + 4 * clusters.length);
  const allowed = all.map(({ metadata, spec: { namespaceResourceBlacklist: _, ...spec } }) => [
    metadata,
    spec,
  ]);
  assert.equal(wildcards(allowed), []);
});

test('the check for wildcards finds one', () => {
  assert.equal(wildcards({ sourceRepos: ['https://git.example/a.git', '*'] }), ['*']);
});

test('every AppProject lists the kinds it allows in namespaces, or denies all', () => {
  // Absent, Argo CD allows every kind; and its own types leave out a list that is empty.
  for (const { spec } of [...tenants, ...clusters].flatMap(({ files }) => projectsOf(objectsOf(files, '')))) {
    const { namespaceResourceWhitelist: allowed, namespaceResourceBlacklist: denied } = spec;
    if (allowed === undefined) assert.equal(denied, [{ group: '*', kind: '*' }]);
    else assert.ok(allowed.length > 0);
  }
});

test('the kinds allowed are exactly the kinds rendered', () => {
  const inTenants = tenants.flatMap(({ files }) => objectsOf(files, '/tenants/'));
  const namespaced = inTenants.filter(({ metadata }) => metadata.namespace !== undefined);
  assert.equal(kindsOf(namespaced), list(tenantKinds));
  assert.equal(kindsOf(inTenants.filter((object) => !namespaced.includes(object))), ['/Namespace']);

  const own = clusters.flatMap(({ files }) => files);
  const templates = objectsOf(own, '/templates/').filter(({ kind }) => kind !== 'Namespace');
  const plain = own.filter(({ path }) => !path.includes('/templates/'));
  assert.equal(kindsOf(objectsOf(plain, '/platform/')), list(platformKinds));
  const isNamespaced = ({ metadata }: Manifest) => metadata.namespace !== undefined;
  assert.equal(kindsOf(templates.filter(isNamespaced)), list(componentKinds.namespaced));
  assert.equal(kindsOf(templates.filter((object) => !isNamespaced(object))), list(componentKinds.cluster));
  const argocd = [
    ...objectsOf(own, '/argocd/'),
    ...tenants.flatMap(({ files }) => objectsOf(files, '/argocd/')),
  ];
  assert.equal(kindsOf(argocd), list(argocdKinds));
  const saved = tenants.flatMap(({ files }) => objectsOf(files, '/schedules/'));
  assert.equal(kindsOf(saved), list(scheduleKinds));
});

test('a tenant has objects in its own namespace only', () => {
  for (const { target, files } of tenants) {
    const inside = objectsOf(files, '/tenants/').filter(({ kind }) => kind !== 'Namespace');
    assert.equal([...new Set(inside.map(({ metadata }) => metadata.namespace))], [target.namespace]);
  }
});

test.run();
