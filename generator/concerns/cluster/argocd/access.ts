// Who may do what in Argo CD. Groups come from the identity provider; who is in none of these may do nothing.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { kube } from '../../../compose/kube.ts';
import { argocdLabels } from '../../../model/labels.ts';
import { applicationOf, projectOf } from '../../../model/names.ts';
import type { ClusterTarget } from '../../../model/target.ts';

const name = 'argocd-rbac-cm';
const everyTenant = projectOf('*');

export function compose(chart: Chart, { platform }: ClusterTarget): void {
  const { groups, argocd } = platform;
  const policy = [
    ['g', groups.platform, 'role:admin'],
    ['g', groups.deployers, 'role:deployer'],
    ['p', 'role:deployer', 'applications', 'get', `${everyTenant}/*`, 'allow'],
    // A sync may prune, so only what can be made anew from git.
    [
      'p',
      'role:deployer',
      'applications',
      'sync',
      `${everyTenant}/${applicationOf('*', 'workloads')}`,
      'allow',
    ],
  ];
  add(
    chart,
    kube.configMap({
      metadata: { name, namespace: argocd.namespace, labels: argocdLabels(name) },
      data: {
        'policy.csv': policy.map((line) => `${line.join(', ')}\n`).join(''),
        'policy.default': '',
        'policy.matchMode': 'glob',
        scopes: '[groups]',
      },
    }),
  );
}
