// When tenants' objects are saved, as Argo CD brings it to Velero's namespace: schedules, and nothing else.
import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { applicationSet, syncPolicyOf } from '../../../compose/application-set.ts';
import { scheduleKinds } from '../../../model/kinds.ts';
import { labels, platformLabels } from '../../../model/labels.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { inCluster, scheduleProject } from '../../../model/names.ts';
import type { ClusterTarget } from '../../../model/target.ts';

const namespace = 'velero';

/** The one there is; a folder that is not there makes no Application, as an Application of nothing would be an error. */
const folder = '{{ .path.basename }}';

export function compose(chart: Chart, target: ClusterTarget): void {
  const root = `rendered/${target.cluster.name}`;
  add(chart, projectOf(target));
  add(
    chart,
    applicationSet(target, {
      name: 'schedules',
      git: { directories: [{ path: `${root}/schedules` }] },
      keeps: true,
      application: {
        name: folder,
        labels: { [labels.layer]: 'platform' },
        project: scheduleProject,
        namespace,
        path: `${root}/${folder}`,
        directory: { include: '*.yaml' },
        // What was saved outlives its schedule; one that stayed would go on saving a namespace that is no more. The kind
        // comes with Velero's chart.
        syncPolicy: syncPolicyOf(target.platform, true, 'SkipDryRunOnMissingResource=true'),
      },
    }),
  );
}

function projectOf({ platform }: ClusterTarget): Manifest {
  const project: IAppProject = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: scheduleProject, namespace: platform.argocd.namespace, labels: platformLabels },
    spec: {
      description: "When tenants' objects are saved.",
      sourceRepos: [platform.git.url],
      destinations: [{ server: inCluster, namespace }],
      namespaceResourceWhitelist: [...scheduleKinds],
    },
  };
  return project as unknown as Manifest;
}
