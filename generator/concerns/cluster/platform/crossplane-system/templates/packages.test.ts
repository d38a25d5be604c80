// The code that Crossplane runs: pinned, admitted by Pod Security `restricted`, and nobody's key in it.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Manifest } from '../../../../../model/manifest.ts';
import type { ClusterTarget } from '../../../../../model/target.ts';
import { composeOne } from '../../../../testing/compose-one.ts';
import { composeExample } from '../../../../testing/example.ts';
import { compose as composeAccount } from './account.ts';
import { compose } from './packages.ts';

const test = suite('crossplane packages');
const [cluster] = await composeExample();
const target = cluster?.target as ClusterTarget;
const oidcProvider = 'oidc.eks.us-east-1.amazonaws.com/id/0A1B2C3D4E5F60718293A4B5C6D7E8F9';
const irsa: ClusterTarget = {
  ...target,
  cluster: { ...target.cluster, identity: { mode: 'irsa', oidcProvider } },
};

interface Runtime {
  readonly deploymentTemplate: {
    readonly spec: {
      readonly template: {
        readonly spec: {
          readonly securityContext: { readonly seccompProfile: { readonly type: string } };
          readonly containers: readonly { readonly securityContext: object }[];
        };
      };
    };
  };
  readonly serviceAccountTemplate: {
    readonly metadata: { readonly name: string; readonly annotations?: Record<string, string> };
  };
}

const objects = composeOne((chart) => compose(chart, target));
const runtimes = (all: readonly Manifest[]) =>
  all.filter(({ kind }) => kind === 'DeploymentRuntimeConfig').map(({ spec }) => spec as unknown as Runtime);

test('every package is pinned, and brings nothing that is not', () => {
  const packages = objects.filter(({ kind }) => kind === 'Provider' || kind === 'Function');
  assert.ok(packages.length > 4);
  for (const { metadata, spec } of packages) {
    const {
      package: source,
      skipDependencyResolution,
      runtimeConfigRef,
    } = spec as {
      package: string;
      skipDependencyResolution: boolean;
      runtimeConfigRef: { name: string };
    };
    assert.match(source, /^[a-z.]+(\/[a-z0-9-]+)+:v\d+\.\d+\.\d+$/);
    assert.ok(skipDependencyResolution, metadata.name);
    assert.is(runtimeConfigRef.name, metadata.name);
  }
});

test('Pod Security `restricted` admits every pod of a package', () => {
  for (const { deploymentTemplate } of runtimes(objects)) {
    const { securityContext, containers } = deploymentTemplate.spec.template.spec;
    assert.is(securityContext.seccompProfile.type, 'RuntimeDefault');
    assert.equal(containers[0]?.securityContext, {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      privileged: false,
      runAsNonRoot: true,
    });
  }
});

test('no two packages run as the same account', () => {
  const names = runtimes(objects).map(({ serviceAccountTemplate }) => serviceAccountTemplate.metadata.name);
  assert.is(new Set(names).size, names.length);
});

test('with IRSA each provider is told its role, and functions have none', () => {
  const annotations = runtimes(composeOne((chart) => compose(chart, irsa))).map(
    ({ serviceAccountTemplate: { metadata } }) => [metadata.name, metadata.annotations],
  );
  const roles = Object.fromEntries(annotations);
  assert.equal(roles['provider-aws-ec2'], {
    'eks.amazonaws.com/role-arn': `arn:aws:iam::${target.cluster.account}:role/${target.cluster.name}-provider-aws-ec2`,
  });
  assert.is(roles['function-auto-ready'], undefined);
  assert.ok(runtimes(objects).every((one) => !('annotations' in one.serviceAccountTemplate.metadata)));
});

test('providers sign in as their pods do', () => {
  const sourceOf = (given: ClusterTarget) =>
    composeOne((chart) => composeAccount(chart, given)).map(({ spec }) => spec)[0];
  assert.equal(sourceOf(target), { credentials: { source: 'PodIdentity' } });
  assert.equal(sourceOf(irsa), { credentials: { source: 'IRSA' } });
});

test.run();
