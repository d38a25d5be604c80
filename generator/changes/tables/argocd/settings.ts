// What each setting of Argo CD does, by ConfigMap and key. Read in docs/operator-manual/argocd-cm.yaml of v3.5.3.
import { raised, removed } from '../../directions.ts';
import { duration } from '../../measures.ts';
import { gains, loses } from '../ways.ts';
import { customizes } from './customizations.ts';
import { another, filled, off, on, onAgain, type Setting, settingsOf } from './setting.ts';
import { access, notifications, settings as page, repositories, signatures } from './source.ts';

const login = 'another service, or another rule, decides who somebody is';
const drift = 'differences between git and the cluster are not noticed';
const { tell, fine } = settingsOf('cm', page);

const people: readonly Setting[] = [
  ...tell(on, 'exposure', {
    'users\\.anonymous\\.enabled': 'whoever reaches Argo CD needs no account',
    'exec\\.enabled': 'people may open a shell in pods through Argo CD',
    'statusbadge\\.enabled': 'anybody may read the state of Applications',
    'oidc\\.tls\\.insecure\\.skip\\.verify':
      'whoever answers is taken for the service that knows who somebody is',
  }),
  ...tell(onAgain, 'exposure', {
    'admin\\.enabled': 'the account that may do everything can be used again',
    'accounts\\.[^.]+\\.enabled': 'the account can be used again',
  }),
  ...tell(gains, 'exposure', { 'accounts\\.[^.]+': 'somebody may log in, or make keys, who could not' }),
  ...tell(another, 'exposure', {
    '(?:dex|oidc)\\.config': login,
    'url|additionalUrls': 'logins come back to another address',
    globalProjects: 'projects inherit from another project what they permit',
  }),
  ...tell(raised(duration, '24h'), 'exposure', {
    'users\\.session\\.duration': 'a stolen session lasts longer',
  }),
  ...tell(another, 'exposure', { passwordPattern: 'other passwords are good enough' }),
];

const syncs: readonly Setting[] = [
  ...tell(off, 'exposure', {
    'application\\.sync\\.impersonation\\.enabled': 'syncs use all the rights of Argo CD',
    'application\\.sync\\.requireOverridePrivilegeForRevisionSync': 'whoever may sync may choose a revision',
  }),
  ...tell(onAgain, 'exposure', {
    '(?:helm|kustomize|jsonnet)\\.enable': 'one more tool builds manifests, and runs what they say',
  }),
  ...tell(filled, 'exposure', {
    'kustomize\\.(?:buildOptions|path|version).*': 'manifests are built in another way',
    'helm\\.repositories|repositories|repository\\.credentials': 'manifests may come from other repositories',
    'extension\\.config': 'Argo CD hands requests on to another service',
    'resource\\.customizations\\.ignoreDifferences\\..+': drift,
    'resource\\.customizations\\.(?:actions|useOpenLibs)\\..+': 'scripts may change objects in another way',
  }),
  ...tell(another, 'exposure', {
    'helm\\.valuesFileSchemes': 'values may come from other places',
    'resource\\.compareoptions': drift,
  }),
  ...tell(loses, 'exposure', {
    'resource\\.sensitive\\.mask\\.annotations': 'Argo CD shows what it hid',
  }),
  ...tell(customizes('ignoreDifferences'), 'exposure', { 'resource\\.customizations': drift }),
  ...tell(customizes('actions', 'health.lua.useOpenLibs'), 'exposure', {
    'resource\\.customizations': 'scripts may change objects in another way',
  }),
  ...tell(customizes('health.lua'), 'downtime', {
    'resource\\.customizations': 'rollouts wait for something else, or for nothing',
  }),
  ...tell(another, 'downtime', {
    'resource\\.customizations\\.health\\..+': 'rollouts wait for something else, or for nothing',
  }),
  ...tell(filled, 'stuck', {
    'resource\\.(?:exclusions|inclusions)': 'objects of some kinds are neither applied nor pruned any more',
  }),
  ...tell(another, 'data-loss', {
    'application\\.(?:instanceLabelKey|resourceTrackingMethod)|installationID':
      'objects are told by another mark: those without it are strangers, or pruned',
  }),
];

const harmless: readonly Setting[] = fine(
  '(?:ui|help|ga|timeout|webhook)\\..+|statusbadge\\.url|exec\\.shells|dex\\.storage',
  'resource\\.(?:customLabels|includeEventLabelKeys|excludeEventLabelKeys|respectRBAC)',
  'resource\\.ignoreResourceUpdatesEnabled|application\\.allowedNodeLabels',
  'resource\\.customizations\\.(?:knownTypeFields|ignoreResourceUpdates)\\..+',
  '(?:resource|project|application)\\.links|sourceHydrator\\.commitMessageTemplate',
);

const rbac = settingsOf('rbac-cm', access);
const tls = settingsOf('tls-certs-cm', repositories);
const keys = settingsOf('gpg-keys-cm', signatures);
const messages = settingsOf('notifications-cm', notifications);

export const settings: readonly Setting[] = [
  ...people,
  ...syncs,
  ...harmless,
  ...rbac.tell(filled, 'exposure', { 'policy\\.default': 'whoever is logged in has the role' }),
  ...rbac.tell(another, 'exposure', {
    scopes: login,
    'policy\\.matchMode': 'rules are read in another way, and fit other things',
  }),
  ...tls.tell(filled, 'exposure', { '.+': 'whoever has the certificate may pass for the repository' }),
  ...tls.tell(removed, 'downtime', { '.+': 'the repository is not trusted any more' }),
  ...keys.tell(filled, 'exposure', { '.+': 'commits may be signed with another key' }),
  ...keys.tell(removed, 'stuck', { '.+': 'commits with the key are not synced any more' }),
  ...messages.tell(another, 'exposure', { '(?:service\\..+|context)': 'messages go to somebody else' }),
  ...messages.fine('(?:template|trigger)\\..+|subscriptions|defaultTriggers.*'),
];
