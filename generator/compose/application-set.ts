// An ApplicationSet and the settings that all of ours share. Refuses to know which folders become Applications.
// What is said of Argo CD's behaviour was read in its source, v3.5.3.
import type { IApplicationSet } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet';
import type { Platform } from '../model/generated/inputs.ts';
import { platformLabels } from '../model/labels.ts';
import type { Manifest } from '../model/manifest.ts';
import { inCluster } from '../model/names.ts';
import type { ClusterTarget } from '../model/target.ts';

type Spec = IApplicationSet['spec'];
type Application = Spec['template']['spec'];
type SyncPolicy = NonNullable<Application['syncPolicy']>;

/** On Applications: their objects go with them. On ApplicationSets that delete nothing: makes that hold at their own end. */
export const resourcesFinalizer = 'resources-finalizer.argocd.argoproj.io';

/** For objects whose removal takes others with it: no sync may prune it, no Application may delete it. */
export const keptByArgocd = { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' } as const;

export interface SetPlan {
  readonly name: string;
  /** Where it finds its folders; `repoURL` and `revision` are added. */
  readonly git: Omit<NonNullable<Spec['generators'][number]['git']>, 'repoURL' | 'revision'>;
  readonly selector?: Spec['generators'][number]['selector'];
  /** Applications and their objects outlive their folder, their entry in the generator and this set. */
  readonly keeps: boolean;
  readonly strategy?: Spec['strategy'];
  readonly application: {
    readonly name: string;
    readonly labels: Record<string, string>;
    readonly project: string;
    readonly namespace: string;
    readonly path: string;
    readonly directory?: { readonly include: string };
    readonly helm?: { readonly releaseName: string };
    /** What others write into the objects, and no sync takes back. */
    readonly ignoreDifferences?: Application['ignoreDifferences'];
    readonly syncPolicy: SyncPolicy;
  };
}

/** Templates may use the directory alone (`.path.*`) wherever a value decides what an Application may reach. */
export function applicationSet({ platform }: ClusterTarget, plan: SetPlan): Manifest {
  const { name, git, selector, keeps, strategy, application } = plan;
  const { url: repoURL, revision } = platform.git;
  const { namespace, path, directory, helm, ignoreDifferences, syncPolicy, project } = application;
  const set: IApplicationSet = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: {
      name,
      namespace: platform.argocd.namespace,
      labels: platformLabels,
      annotations: keptByArgocd,
      // Without it the garbage collector takes the Applications, `create-update` or not
      // (https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Controlling-Resource-Modification/).
      ...(keeps && { finalizers: [resourcesFinalizer] }),
    },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [{ git: { repoURL, revision, ...git }, ...(selector && { selector }) }],
      syncPolicy: { applicationsSync: keeps ? 'create-update' : 'sync', preserveResourcesOnDeletion: keeps },
      ...(strategy && { strategy }),
      template: {
        metadata: {
          name: application.name,
          labels: { ...platformLabels, ...application.labels },
          // `.` is the source's own path: a commit elsewhere in the repository costs this Application nothing.
          annotations: { 'argocd.argoproj.io/manifest-generate-paths': '.' },
          ...(!keeps && { finalizers: [resourcesFinalizer] }),
        },
        spec: {
          project,
          destination: { server: inCluster, namespace },
          source: {
            repoURL,
            targetRevision: revision,
            path,
            ...(directory && { directory }),
            ...(helm && { helm }),
          },
          ...(ignoreDifferences && { ignoreDifferences }),
          syncPolicy,
        },
      },
    },
  };
  return set as unknown as Manifest;
}

/** Automated sync with retries that follow the newest commit, so that a fix is not held up by the fault before it. */
export function syncPolicyOf(platform: Platform, prune: boolean, ...options: readonly string[]): SyncPolicy {
  const { limit, seconds, maxSeconds } = platform.argocd.retry;
  return {
    automated: { prune, selfHeal: true, allowEmpty: false },
    retry: {
      limit,
      refresh: true,
      backoff: { duration: `${seconds}s`, factor: 2, maxDuration: `${maxSeconds}s` },
    },
    syncOptions: [
      'ApplyOutOfSyncOnly=true',
      'CreateNamespace=false',
      'FailOnSharedResource=true',
      'PruneLast=true',
      'ServerSideApply=true',
      ...options,
    ],
  };
}
