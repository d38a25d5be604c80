// Which Applications the ApplicationSets make of the example fleet, and what these may delete.

import type { IApplicationSet } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet';
import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type TargetFile, targetFileOf } from '../../../../compose/target-file.ts';
import { layers } from '../../../../model/layers.ts';
import { type ComposedClusterTree, type ComposedTenant, composeExample } from '../../../testing/example.ts';

type Template = IApplicationSet['spec']['template'];
type Facts = TargetFile['document'];

const test = suite('application sets');
const clusters = await composeExample();

function setsOf(cluster: ComposedClusterTree): IApplicationSet[] {
  return cluster.files
    .flatMap(({ manifests }) => [...manifests])
    .filter(({ kind }) => kind === 'ApplicationSet') as unknown as IApplicationSet[];
}

function setNamed(name: string): IApplicationSet {
  const found = setsOf(clusters[0] as ComposedClusterTree).find(({ metadata }) => metadata?.name === name);
  assert.ok(found, name);
  return found;
}

/** What Go's template would make of `set` for one target, if the placeholders are all plain look-ups. */
function generate(set: IApplicationSet, path: string, facts: Facts): Template[] {
  const selected = Object.entries(set.spec.generators[0]?.selector?.matchLabels ?? {}).every(
    ([key, wanted]) => String(look(facts, key)) === wanted,
  );
  if (!selected) return [];
  const folder = path.replace(/\/[^/]+$/, '');
  const basename = folder.replace(/^.*\//, '');
  const text = JSON.stringify(set.spec.template).replace(/\{\{ \.([A-Za-z.]+) \}\}/g, (_, key: string) => {
    const found = look({ ...facts, path: { path: folder, basename } }, key);
    assert.type(found, 'string', `{{ .${key} }} has no text`);
    return found as string;
  });
  assert.not.match(text, '{{');
  return [JSON.parse(text)];
}

function look(value: unknown, key: string): unknown {
  return key.split('.').reduce((here, step) => (here as Record<string, unknown> | undefined)?.[step], value);
}

test('each tenant has one Application per layer with files, and it points at them', () => {
  for (const cluster of clusters) {
    const root = `rendered/${cluster.target.cluster.name}`;
    for (const { target, files } of cluster.tenants) {
      const { path, document } = targetFileOf(target, files);
      const tenantSets = setsOf(cluster).filter(({ metadata }) => metadata?.name?.startsWith('tenant-'));
      const apps = tenantSets.flatMap((set) => generate(set, path, document));
      const folders = layers.filter((layer) => files.some((file) => file.path.includes(`/${layer}/`)));
      const { id } = target.tenant;
      assert.equal(
        apps.map(({ spec }) => spec.source?.path).sort(),
        folders.map((layer) => `${root}/tenants/${id}/${layer}`).sort(),
      );
      for (const { metadata, spec } of apps) {
        const layer = metadata.labels?.['tenantry.dev/layer'];
        assert.is(metadata.name, `t-${id}-${layer}`);
        assert.is(spec.project, `t-${id}`);
        assert.is(spec.destination.namespace, `t-${id}`);
        assert.is(metadata.labels?.['tenantry.dev/tenant'], id);
        assert.is(metadata.labels?.['tenantry.dev/tier'], target.tier.name);
      }
    }
  }
});

test('sets look at their own cluster only', () => {
  for (const cluster of clusters) {
    const root = `rendered/${cluster.target.cluster.name}/`;
    for (const { spec } of setsOf(cluster)) {
      const { git } = spec.generators[0] ?? {};
      for (const { path } of [...(git?.files ?? []), ...(git?.directories ?? [])])
        assert.ok(path.startsWith(root));
      assert.ok(spec.template.spec.source?.path?.startsWith(root));
      assert.match(String(git?.revision), /^refs\/heads\//);
    }
  }
});

test('what an Application reaches follows from its directory alone', () => {
  for (const { spec } of setsOf(clusters[0] as ComposedClusterTree)) {
    const { metadata, spec: application } = spec.template;
    const placeholders = JSON.stringify([metadata.name, application]).match(/\{\{.*?\}\}/g) ?? [];
    assert.equal([...new Set(placeholders)], ['{{ .path.basename }}']);
    assert.equal(spec.goTemplateOptions, ['missingkey=error']);
  }
});

test('every set survives a prune and the deletion of the root Application', () => {
  for (const { metadata } of clusters.flatMap(setsOf)) {
    assert.is(metadata?.annotations?.['argocd.argoproj.io/sync-options'], 'Prune=false,Delete=false');
  }
});

test('the data layer deletes nothing on any path', () => {
  const { metadata, spec } = setNamed('tenant-data');
  assert.equal(metadata?.finalizers, ['resources-finalizer.argocd.argoproj.io']);
  assert.equal(spec.syncPolicy, { applicationsSync: 'create-update', preserveResourcesOnDeletion: true });
  assert.is(spec.template.metadata.finalizers, undefined);
  const { automated, syncOptions } = spec.template.spec.syncPolicy ?? {};
  assert.equal(automated, { prune: false, selfHeal: true, allowEmpty: false });
  assert.ok(syncOptions?.includes('Prune=false'));
  assert.ok(syncOptions?.includes('Delete=false'));
  assert.not(syncOptions?.some((option) => /^(Replace|Force)=true$/.test(option)));
});

test('a wall goes only when it leaves its folder', () => {
  const { metadata, spec } = setNamed('tenant-foundation');
  assert.equal(metadata?.finalizers, ['resources-finalizer.argocd.argoproj.io']);
  assert.equal(spec.syncPolicy, { applicationsSync: 'create-update', preserveResourcesOnDeletion: true });
  assert.is(spec.template.metadata.finalizers, undefined);
  assert.is(spec.template.spec.syncPolicy?.automated?.prune, true);
  assert.ok(spec.template.spec.syncPolicy?.syncOptions?.includes('Delete=false'));
});

test('workloads go with their Application, and roll out through every ring in order', () => {
  const { spec } = setNamed('tenant-workloads');
  assert.is(spec.syncPolicy?.applicationsSync, 'sync');
  assert.equal(spec.template.metadata.finalizers, ['resources-finalizer.argocd.argoproj.io']);
  assert.is(spec.template.spec.syncPolicy?.automated?.prune, true);
  const rings = spec.strategy?.rollingSync?.steps?.flatMap(
    (step) => step.matchExpressions?.flatMap(({ values }) => values ?? []) ?? [],
  );
  assert.equal(rings, ['1', '2', '3']);
  for (const { target, files } of clusters.flatMap(({ tenants }) => tenants)) {
    assert.ok(rings?.includes(String(targetFileOf(target, files).document.ring)));
  }
});

/** Folders of `platform/` that a set's git generator finds. */
function foldersOf(set: IApplicationSet, folders: readonly string[], charts: readonly string[]): string[] {
  const { directories = [], files = [] } = set.spec.generators[0]?.git ?? {};
  const isMatch = (pattern: string, path: string) =>
    new RegExp(`^${pattern.replaceAll('*', '[^/]+')}$`).test(path);
  const isAmong = (path: string, exclude: boolean) =>
    directories.some((one) => (one.exclude ?? false) === exclude && isMatch(one.path, path));
  return [
    ...folders.filter((folder) => isAmong(folder, false) && !isAmong(folder, true)),
    ...charts.filter((folder) => files.some(({ path }) => isMatch(path, `${folder}/Chart.yaml`))),
  ];
}

function platformSetOf(cluster: ComposedClusterTree, name: 'platform' | 'components'): IApplicationSet {
  const found = setsOf(cluster).find(({ metadata }) => metadata?.name === name);
  assert.ok(found, name);
  return found;
}

test('every folder of the platform has one Application, which deletes nothing by itself', () => {
  for (const cluster of clusters) {
    const root = `rendered/${cluster.target.cluster.name}/platform`;
    const files = cluster.files
      .map(({ path }) => `rendered/${path}`)
      .filter((path) => path.startsWith(`${root}/`));
    const folders = [...new Set(files.map((path) => path.split('/').slice(0, 4).join('/')))].sort();
    const charts = folders.filter((folder) => files.includes(`${folder}/Chart.yaml`));
    const names = Object.keys(cluster.target.components).sort();
    assert.equal(
      charts,
      names.map((name) => `${root}/${name}`),
    );
    const [plain, components] = [platformSetOf(cluster, 'platform'), platformSetOf(cluster, 'components')];
    assert.equal(foldersOf(components, folders, charts), charts);
    assert.equal(
      foldersOf(plain, folders, charts),
      folders.filter((folder) => !charts.includes(folder)),
    );
    for (const { spec } of [plain, components]) {
      assert.is(spec.template.metadata.name, 'platform-{{ .path.basename }}');
      assert.is(spec.template.spec.source?.path, `${root}/{{ .path.basename }}`);
      assert.is(spec.template.spec.syncPolicy?.automated?.prune, false);
      assert.is(spec.syncPolicy?.preserveResourcesOnDeletion, true);
    }
  }
});

/** Where Velero restores what it saved, to see that it can: closed, and nobody's. */
const closed = 'restore-check';

test('a component goes into the namespace of its name, and its project allows no other', () => {
  for (const cluster of clusters) {
    const { spec } = platformSetOf(cluster, 'components').spec.template;
    assert.is(spec.destination.namespace, '{{ .path.basename }}');
    const objects = cluster.files.flatMap(({ path, manifests }) =>
      manifests.map((object) => ({ path, object })),
    );
    const project = objects.find(
      ({ object }) => object.kind === 'AppProject' && object.metadata.name === spec.project,
    );
    assert.ok(project);
    const { destinations, clusterResourceWhitelist = [] } = (project.object as unknown as IAppProject).spec;
    const names = [...Object.keys(cluster.target.components), closed].sort();
    assert.equal(
      destinations?.map(({ namespace }) => namespace),
      names,
    );
    const namespaces = clusterResourceWhitelist.filter(({ kind }) => kind === 'Namespace');
    assert.equal(
      namespaces.map(({ name }) => name),
      names,
    );
    for (const { path, object } of objects.filter((one) => one.path.includes('/templates/'))) {
      const component = path.split('/')[2];
      const { kind, metadata } = object;
      if (component === 'velero' && [metadata.namespace, metadata.name].includes(closed)) continue;
      assert.is(metadata.namespace ?? component, component, `${path} ${kind} ${metadata.name}`);
      if (kind === 'Namespace') assert.is(metadata.name, component);
    }
  }
});

test('a tenant without files in a layer has no Application there', () => {
  const [{ target, files }] = clusters.flatMap(({ tenants }) => tenants) as [ComposedTenant];
  const kept = targetFileOf(
    target,
    files.filter(({ path }) => !path.includes('/workloads/')),
  );
  assert.is(generate(setNamed('tenant-foundation'), kept.path, kept.document).length, 1);
  assert.is(generate(setNamed('tenant-workloads'), kept.path, kept.document).length, 0);
  const data = targetFileOf(target, [{ path: `${kept.path.replace('target.yaml', 'data/database.yaml')}` }]);
  assert.is(generate(setNamed('tenant-data'), data.path, data.document).length, 1);
});

test.run();
