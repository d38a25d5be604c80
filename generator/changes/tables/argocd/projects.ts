// What Applications may do: AppProject.
import { changed, removed } from '../../directions.ts';
import type { Knowledge } from '../../knowledge.ts';
import { plainRows } from '../common.ts';
import { touched } from '../depths.ts';
import { hollow } from '../hollow.ts';
import { row, verdict } from '../rows.ts';
import { below } from '../tell.ts';
import { turnedOff } from '../turns.ts';
import { judgeProjects } from './projects-judge.ts';
import { impersonation, signatures, projects as source, windows } from './source.ts';

const { tell, fine } = below('spec');

const permitted = [
  'sourceRepos',
  'destinations[].{server,name,namespace}',
  '{cluster,namespace}Resource{Whitelist,Blacklist}[].{group,kind,name}',
  'sourceNamespaces',
  'roles[].{name,description,groups,policies,jwtTokens}',
];

export const projects: Knowledge = {
  group: 'argoproj.io',
  kind: 'AppProject',
  nature: 'access',
  created: verdict('neutral', 'what it permits is told by itself', source),
  deleted: verdict('stuck', 'its Applications are not synced any more', source),
  judge: judgeProjects,
  rows: [
    ...plainRows,
    ...fine(...permitted, 'description'),
    ...hollow(
      'spec.destinations',
      'spec.roles',
      ...['cluster', 'namespace'].flatMap((scope) => [
        `spec.${scope}ResourceWhitelist`,
        `spec.${scope}ResourceBlacklist`,
      ]),
    ),
    row(
      'metadata.finalizers[]',
      removed,
      'stuck',
      'the project can go while Applications still need it',
      source,
    ),
    ...below('metadata').fine('finalizers'),
    ...tell(changed, 'exposure', impersonation, {
      destinationServiceAccounts: 'syncs act with the rights of another account',
    }),
    ...tell(turnedOff, 'exposure', source, {
      permitOnlyProjectScopedClusters: 'clusters of others may be named',
    }),
    ...fine('orphanedResources.{warn,ignore}', 'permitOnlyProjectScopedClusters'),
    ...hollow('spec.orphanedResources', 'spec.signatureKeys'),
    ...tell(touched, 'exposure', signatures, {
      sourceIntegrity: 'commits are checked in another way, or not at all',
    }),
    ...fine('sourceIntegrity', 'signatureKeys[].keyID'),
    ...tell(changed, 'downtime', windows, {
      'syncWindows[].{kind,schedule,duration,timeZone,applications,namespaces,clusters}':
        'changes are rolled out, or held back, at other times',
      'syncWindows[].{manualSync,andOperator,syncOverrun}':
        'changes are rolled out, or held back, at other times',
    }),
    ...fine('syncWindows[].description'),
  ],
};
