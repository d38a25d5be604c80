// Argo CD's own settings. Server-side apply: the keys that the installation brings and that are not here stay as they are.
// Every key was read in docs/operator-manual/argocd-cm.yaml and argocd-cmd-params-cm.yaml of v3.5.3.
import type { Chart } from 'cdk8s';
import { add } from '../../../compose/add.ts';
import { kube } from '../../../compose/kube.ts';
import { claimHealth } from '../../../model/claim-health.ts';
import { argocdLabels, labelDomain } from '../../../model/labels.ts';
import type { ClusterTarget } from '../../../model/target.ts';

/** Read at once. */
const settings = {
  'application.resourceTrackingMethod': 'annotation',
  // Who may sync may not thereby choose what: another revision needs `override`, which nobody but an administrator has.
  'application.sync.requireOverridePrivilegeForRevisionSync': 'true',
  'exec.enabled': 'false',
  // Nothing here is built with it, and what the repository server cannot run cannot be abused.
  'kustomize.enable': 'false',
  'users.anonymous.enabled': 'false',
  'resource.customizations': renderHealth(`${labelDomain}/*`, claimHealth),
};

/** Read at start: a change needs a restart of the component that the key begins with. */
const parameters = {
  // An ApplicationSet that does not say what it may delete deletes nothing.
  'applicationsetcontroller.policy': 'create-update',
  'applicationsetcontroller.enable.policy.override': 'true',
  // Otherwise the star in `tenants/*/target.yaml` crosses slashes.
  'applicationsetcontroller.enable.new.git.file.globbing': 'true',
  'applicationsetcontroller.enable.progressive.syncs': 'true',
  'applicationsetcontroller.enable.scm.providers': 'false',
  'controller.diff.server.side': 'true',
  // Replace deletes and creates anew.
  'server.sync.replace.allowed': 'false',
};

export function compose(chart: Chart, { platform }: ClusterTarget): void {
  map('argocd-cm', settings);
  map('argocd-cmd-params-cm', parameters);

  function map(name: string, data: Record<string, string>): void {
    add(
      chart,
      kube.configMap({
        metadata: { name, namespace: platform.argocd.namespace, labels: argocdLabels(name) },
        data,
      }),
    );
  }
}

/** Only this one key, whose value is YAML, takes a wildcard: a ConfigMap's keys cannot hold a star. */
function renderHealth(kinds: string, script: string): string {
  const body = script
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}\n`);
  return `"${kinds}":\n  health.lua: |\n${body.join('')}`;
}
