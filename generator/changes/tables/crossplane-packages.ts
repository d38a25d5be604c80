// The code that Crossplane runs, and the accounts of the cloud that it acts in.
import { changed, lowered, to } from '../directions.ts';
import type { Knowledge, Verdict } from '../knowledge.ts';
import { number } from '../measures.ts';
import { commonRows } from './common.ts';
import { noHarm, verdict } from './rows.ts';
import { below } from './tell.ts';
import { another, newer, older, otherRepository } from './versions.ts';

const docs = 'https://docs.crossplane.io/latest';
const providers = `${docs}/packages/providers/`;
const functions = `${docs}/packages/functions/`;
const configurations = `${docs}/packages/configurations/`;
const images = `${docs}/packages/image-configs/`;
const accounts = 'https://github.com/crossplane-contrib/provider-upjet-aws/blob/v2.6.0/AUTHENTICATION.md';

const { tell, fine } = below('spec');

/** Packages of one kind; `gone` is what happens without one. */
function packageOf(kind: string, source: string, gone: Verdict): Knowledge {
  return {
    group: 'pkg.crossplane.io',
    kind,
    nature: 'stateful',
    created: verdict('exposure', 'more code acts in the cluster and in the cloud', source),
    deleted: gone,
    rows: [
      ...commonRows,
      ...tell(older, 'stuck', source, { package: 'what only the newer package understands is not applied' }),
      ...tell(newer, 'downtime', source, {
        package: 'its pods restart, and every resource meets other code',
      }),
      ...tell(otherRepository, 'exposure', source, { package: 'code of another source acts in the cloud' }),
      ...tell(another, 'unknown', source, {
        package: 'which code the other reference stands for is not known',
      }),
      ...tell(to('Manual'), 'stuck', source, {
        revisionActivationPolicy: 'a newer package is fetched and not used until somebody says so',
      }),
      ...tell(lowered(number, 1), 'recoverability', source, {
        revisionHistoryLimit: 'fewer packages are kept to go back to',
      }),
      ...(kind === 'Configuration'
        ? []
        : tell(changed, 'exposure', source, { runtimeConfigRef: 'its pods run as somebody else' })),
      ...fine(
        '{commonAnnotations,commonLabels,ignoreCrossplaneConstraints}',
        '{packagePullPolicy,packagePullSecrets,skipDependencyResolution}',
      ),
    ],
  };
}

const runtime: Knowledge = {
  group: 'pkg.crossplane.io',
  kind: 'DeploymentRuntimeConfig',
  nature: 'access',
  created: noHarm,
  deleted: verdict('downtime', 'packages that name it are not installed', providers),
  rows: [
    ...commonRows,
    ...tell(changed, 'downtime', providers, {
      '{deploymentTemplate,serviceTemplate}': 'pods of packages are replaced',
    }),
    ...tell(changed, 'exposure', providers, {
      serviceAccountTemplate: 'pods of packages run as somebody else',
    }),
  ],
};

const image: Knowledge = {
  group: 'pkg.crossplane.io',
  kind: 'ImageConfig',
  nature: 'access',
  created: verdict('exposure', 'packages come from elsewhere or are checked otherwise', images),
  deleted: verdict('exposure', 'packages come from elsewhere or are checked no more', images),
  rows: [
    ...commonRows,
    ...tell(changed, 'exposure', images, {
      '{matchImages,registry,rewriteImage,runtime}': 'packages come from elsewhere or run as somebody else',
      verification: 'packages of other signers are installed, or unsigned ones',
    }),
  ],
};

/** Who acts in which account, for one namespace or for all. */
function accountOf(kind: string): Knowledge {
  return {
    group: 'aws.m.upbound.io',
    kind,
    nature: 'access',
    created: verdict('exposure', 'resources may be made under another role', accounts),
    deleted: verdict('stuck', 'resources that name it are kept up by nothing', accounts),
    rows: [
      ...commonRows,
      ...tell(changed, 'exposure', accounts, {
        '{assumeRoleChain,credentials}': 'somebody else acts for the resources, with other rights',
        endpoint: 'calls with their credentials go elsewhere',
      }),
      ...tell(changed, 'data-loss', accounts, {
        '{assumeRoleChain,credentials}': 'in another account resources are made anew, empty',
      }),
      ...fine(
        '{reconciliationPolicy,s3_use_path_style,skip_credentials_validation,skip_metadata_api_check}',
        '{skip_region_validation,skip_requesting_account_id}',
      ),
    ],
  };
}

export const packageKinds: readonly Knowledge[] = [
  packageOf(
    'Provider',
    providers,
    verdict('data-loss', 'the kinds of the provider go with all their objects', providers),
  ),
  packageOf('Function', functions, verdict('downtime', 'compositions that call it fail', functions)),
  packageOf(
    'Configuration',
    configurations,
    verdict('data-loss', 'the kinds that it defines go with all their objects', configurations),
  ),
  runtime,
  image,
  accountOf('ProviderConfig'),
  accountOf('ClusterProviderConfig'),
];
