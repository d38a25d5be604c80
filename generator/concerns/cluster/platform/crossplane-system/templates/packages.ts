// The code that Crossplane runs, pinned, and as whom it runs: each provider under a ServiceAccount of its own, so that each
// has the rights for its own service of AWS and no others.
import type { IDeploymentRuntimeConfig } from '@crossplane-models/crossplane/pkg.crossplane.io/v1beta1/DeploymentRuntimeConfig';
import type { Chart } from 'cdk8s';
import { add } from '../../../../../compose/add.ts';
import { keptByArgocd } from '../../../../../compose/application-set.ts';
import { inWave } from '../../../../../compose/in-wave.ts';
import { roleArn } from '../../../../../model/arns.ts';
import type { CrossplanePackage } from '../../../../../model/generated/inputs.ts';
import { platformLabels, selectorOf } from '../../../../../model/labels.ts';
import type { Manifest } from '../../../../../model/manifest.ts';
import { controllerRoleOf } from '../../../../../model/names.ts';
import type { ClusterTarget, ResolvedCluster } from '../../../../../model/target.ts';
import { waves } from '../../../../../model/waves.ts';

export function compose(chart: Chart, { cluster, components }: ClusterTarget): void {
  for (const one of components['crossplane-system'].packages ?? []) {
    add(chart, packageOf(one));
    add(chart, runtimeOf(one, cluster));
  }
}

function packageOf({ name, kind, package: source, version }: CrossplanePackage): Manifest {
  return {
    apiVersion: 'pkg.crossplane.io/v1',
    kind,
    metadata: {
      name,
      labels: platformLabels,
      // With a provider go its kinds, and all objects of them.
      annotations: { ...keptByArgocd, ...inWave(waves.packages) },
    },
    spec: {
      package: `${source}:${version}`,
      // What a package needs is listed beside it; found by itself it would be whatever version fits.
      skipDependencyResolution: true,
      runtimeConfigRef: { name },
    },
  };
}

/** Crossplane adds the container's image and ports to what stands here. */
function runtimeOf({ name, kind, trusts }: CrossplanePackage, cluster: ResolvedCluster): Manifest {
  const runtime: IDeploymentRuntimeConfig = {
    apiVersion: 'pkg.crossplane.io/v1beta1',
    kind: 'DeploymentRuntimeConfig',
    metadata: { name, labels: platformLabels, annotations: inWave(waves.packages) },
    spec: {
      deploymentTemplate: {
        spec: {
          selector: {},
          template: {
            metadata: { labels: selectorOf(name) },
            spec: {
              securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
              ...(trusts !== undefined && trusting(trusts).pod),
              containers: [
                {
                  name: 'package-runtime',
                  ...(trusts !== undefined && trusting(trusts).container),
                  securityContext: {
                    allowPrivilegeEscalation: false,
                    capabilities: { drop: ['ALL'] },
                    privileged: false,
                    runAsNonRoot: true,
                  },
                },
              ],
            },
          },
        },
      },
      serviceAccountTemplate: { metadata: accountOf(name, kind, cluster) },
    },
  };
  return runtime as unknown as Manifest;
}

/** Go reads both variables (https://pkg.go.dev/crypto/x509#SystemCertPool). The API server's authority comes with its token. */
function trusting(configMap: string) {
  const mountPath = '/etc/authorities';
  const name = 'authorities';
  return {
    pod: { volumes: [{ name, configMap: { name: configMap } }] },
    container: {
      env: [
        { name: 'SSL_CERT_DIR', value: mountPath },
        { name: 'SSL_CERT_FILE', value: `${mountPath}/bundle.pem` },
      ],
      volumeMounts: [{ name, mountPath, readOnly: true }],
    },
  };
}

/** With Pod Identity the account's bootstrap binds the role to the name. Functions do nothing in AWS. */
function accountOf(
  name: string,
  kind: CrossplanePackage['kind'],
  cluster: ResolvedCluster,
): { name: string; annotations?: Record<string, string> } {
  if (kind === 'Function' || cluster.identity.mode === 'pod-identity') return { name };
  const role = roleArn(cluster, controllerRoleOf(cluster.name, name));
  return { name, annotations: { 'eks.amazonaws.com/role-arn': role } };
}
