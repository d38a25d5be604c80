// Which Applications there are, and what becomes of those that are not any more: ApplicationSet.
import {
  added,
  changed,
  type Direction,
  direction,
  either,
  ofKept,
  ofSame,
  raised,
  removed,
  replaced,
  to,
} from '../../directions.ts';
import type { Knowledge, Row } from '../../knowledge.ts';
import { share } from '../../measures.ts';
import { commonRows } from '../common.ts';
import { given, touched } from '../depths.ts';
import { hollow } from '../hollow.ts';
import { row, verdict } from '../rows.ts';
import { below } from '../tell.ts';
import { turnedOff, turnedOn } from '../turns.ts';
import { applicationRows, cascades, cascadesNoMore, floats } from './applications.ts';
import { mayDelete } from './sets-policy.ts';
import {
  deletion,
  differences,
  generators,
  projects,
  rollouts,
  sets as source,
  templates,
  tracking,
} from './source.ts';

const { tell, fine } = below('spec');
const gone = 'those of its Applications that it does not make any more go, with their objects';

const loosened: Direction = direction('loosened', (before, after) => !mayDelete(before) && mayDelete(after));

/** What makes Applications, and out of what. A generator that is new takes none away. */
const generatorRows: readonly Row[] = [
  ...tell(touched, 'data-loss', generators, {
    'generators[].{git.files,git.directories,list.elements}': gone,
  }),
  ...tell(ofSame(changed), 'data-loss', generators, {
    'generators[].{selector,clusters,scmProvider,pullRequest,plugin,clusterDecisionResource}': gone,
    'generators[].{matrix,merge}': gone,
    'generators[].git.{repoURL,revision}': gone,
    applyNestedSelectors: gone,
  }),
  ...tell(removed, 'data-loss', generators, {
    'generators[].{clusters,scmProvider,pullRequest,plugin,clusterDecisionResource,matrix,merge}': gone,
  }),
  ...tell(turnedOn, 'data-loss', generators, {
    'generators[].git.{files,directories}[].exclude': gone,
  }),
  ...tell(either(replaced, added), 'exposure', generators, {
    'generators[].git.repoURL': 'another repository decides which Applications there are',
  }),
  ...tell(ofKept(floats), 'exposure', tracking, {
    'generators[].git.revision': 'whoever may push there decides which Applications there are',
  }),
  ...tell(given, 'exposure', generators, {
    'generators[].{scmProvider,pullRequest,plugin}': 'somebody outside decides which Applications there are',
  }),
  ...fine('generators[].git.requeueAfterSeconds', 'generators[].git.{files,directories}'),
  ...hollow('spec.generators', 'spec.generators[]', 'spec.generators[].git', 'spec.generators[].list'),
];

const templateRows: readonly Row[] = [
  ...tell(changed, 'data-loss', source, {
    'template.metadata.{name,namespace}': 'every Application goes with its objects, and another one comes',
    goTemplate: 'names are read in another way: Applications go, and others come',
  }),
  ...tell(either(removed, replaced), 'data-loss', templates, {
    'goTemplateOptions[]': 'a value that is missing makes another name: Applications go, and others come',
  }),
  ...tell(given, 'exposure', templates, {
    templatePatch: 'text decides what Applications are, whatever is above',
  }),
  ...tell(cascades, 'data-loss', deletion, {
    'template.metadata.finalizers[]': 'objects go when their Application does',
  }),
  ...tell(either(removed, replaced), 'stuck', rollouts, {
    'template.metadata.labels["tenantry.dev/ring"]':
      'an Application in no step of the rollout is never synced',
  }),
  ...fine('template.metadata.{labels,annotations,finalizers}', 'templatePatch'),
  ...applicationRows('spec.template.spec'),
];

const policyRows: readonly Row[] = [
  ...tell(loosened, 'data-loss', source, {
    'syncPolicy.applicationsSync': 'those of its Applications that it does not make any more are deleted',
  }),
  ...tell(to('create-only', 'create-delete'), 'stuck', source, {
    'syncPolicy.applicationsSync': 'changes of its Applications are not applied any more',
  }),
  ...tell(turnedOff, 'data-loss', source, {
    'syncPolicy.preserveResourcesOnDeletion': 'objects go when their Application does',
  }),
  ...fine('syncPolicy.{applicationsSync,preserveResourcesOnDeletion}'),
  ...tell(either(removed, replaced), 'downtime', rollouts, {
    'strategy.type': 'all Applications change at once, or none by itself',
  }),
  ...tell(raised(share), 'downtime', rollouts, {
    'strategy.rollingSync.steps[].maxUpdate': 'more Applications change at once',
  }),
  ...tell(removed, 'stuck', rollouts, {
    'strategy.rollingSync.steps[].matchExpressions[].values[]':
      'an Application in no step of the rollout is never synced',
  }),
  ...tell(replaced, 'stuck', rollouts, {
    'strategy.rollingSync.steps[].matchExpressions[].operator':
      'an Application in no step of the rollout is never synced',
  }),
  ...fine('strategy'),
  ...tell(given, 'exposure', differences, {
    ignoreApplicationDifferences: 'what people change on its Applications stays',
  }),
  ...fine('ignoreApplicationDifferences', 'preservedFields'),
  ...hollow('spec.syncPolicy', 'spec.goTemplateOptions'),
];

export const applicationSets: Knowledge = {
  group: 'argoproj.io',
  kind: 'ApplicationSet',
  nature: 'access',
  created: verdict('exposure', 'what its Applications find comes to the cluster', projects),
  deleted: verdict('data-loss', 'its Applications go, and their objects with them', deletion),
  rows: [
    ...commonRows,
    ...generatorRows,
    ...templateRows,
    ...policyRows,
    row(
      'metadata.finalizers[]',
      cascadesNoMore,
      'data-loss',
      'its policy does not hold when it is deleted itself: its Applications go',
      source,
    ),
    ...below('metadata').fine('finalizers'),
  ],
};
