// What every namespaced managed resource of provider-upjet-aws has in common, whatever the service: what Crossplane may do to
// it, where it is, and what it is called. Knows no service.
import { changed, direction, either, removed, replaced, to } from '../../directions.ts';
import type { Judge, Knowledge, Nature, Row, Verdict } from '../../knowledge.ts';
import type { Lane } from '../../lane.ts';
import { commonRows } from '../common.ts';
import { row } from '../rows.ts';
import { below } from '../tell.ts';
import { comes } from '../turns.ts';

const docs = 'https://docs.crossplane.io/latest/managed-resources/managed-resources/';
const upjet = 'https://github.com/crossplane-contrib/provider-upjet-aws/issues/1715';
const configs = 'https://docs.crossplane.io/latest/packages/providers/#provider-configuration';
const abac =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/introduction_attribute-based-access-control.html';

/** What Crossplane may do when nothing says it: everything. */
function allows(policies: unknown, action: string): boolean {
  const list: readonly unknown[] = Array.isArray(policies) ? policies : ['*'];
  return list.includes('*') || list.includes(action);
}

const gainsDelete = direction(
  'gains Delete',
  (before, after) => !allows(before, 'Delete') && allows(after, 'Delete'),
);
const isEmptied = direction('emptied', (_, after) => Array.isArray(after) && after.length === 0);
const losesUpdate = direction(
  'loses Update',
  (before, after) => allows(before, 'Update') && !allows(after, 'Update') && !isEmptied.holds(before, after),
);

const forgets = direction(
  'loses LateInitialize',
  (before, after) =>
    allows(before, 'LateInitialize') && !allows(after, 'LateInitialize') && allows(after, 'Create'),
);

/** What Crossplane may do to a resource, for managed resources of every provider. */
export const controlRows: readonly Row[] = [
  row('spec.managementPolicies', gainsDelete, 'data-loss', 'the cloud resource goes with the object', docs),
  row('spec.managementPolicies', losesUpdate, 'stuck', 'no later change of the object is applied', docs),
  row('spec.managementPolicies', isEmptied, 'stuck', 'no change of the object is applied any more', docs),
  ...below('metadata').tell(to('true'), 'stuck', docs, {
    'annotations["crossplane.io/paused"]': 'no change of the object is applied until it goes on',
  }),
  ...below('metadata').tell(changed, 'data-loss', docs, {
    'annotations["crossplane.io/external-name"]': 'the object is about another resource from now on',
  }),
  row('spec.providerConfigRef', changed, 'exposure', 'another account or role acts for the object', configs),
  ...below('spec').tell(changed, 'data-loss', configs, {
    providerConfigRef: 'it is made anew, empty, where the other leads',
  }),
  ...below('spec').tell(either(removed, replaced), 'downtime', docs, {
    'writeConnectionSecretToRef.name': 'the Secret that clients read is written no more',
  }),
  ...below('spec').fine('writeConnectionSecretToRef', 'managementPolicies'),
];

/** Where AWS makes the name up, and where it does not: nobody tells them apart here. */
const forgotten =
  'what AWS calls it is forgotten when the provider starts anew, and it is made again or never found';

const managedRows: readonly Row[] = [
  ...commonRows,
  row('spec.managementPolicies', forgets, 'stuck', forgotten, upjet),
  ...controlRows,
  row('spec.initProvider', changed, 'stuck', 'it counts when the resource is created and never again', docs),
  row('spec.initProvider', comes, 'unknown', 'values that count at creation alone are not judged', docs),
];

/** Services without regions. */
const global: ReadonlySet<string> = new Set(['iam', 'cloudfront', 'route53', 'budgets']);

const regionRows: readonly Row[] = [
  row('spec.forProvider.region', changed, 'stuck', 'a resource does not move to another region', docs),
  row('spec.forProvider.region', changed, 'data-loss', 'it is made anew, empty, in the other region', docs),
];

/** Of kinds that have tags. */
export const tagRows: readonly Row[] = [
  ...below('spec.forProvider').tell(replaced, 'exposure', abac, {
    'tags.tenant': 'rules that compare tags take it for one of another tenant',
  }),
  ...below('spec.forProvider').fine('tags'),
];

/** What becomes of the cloud when an object comes or goes. */
export interface Life {
  readonly nature: Nature;
  readonly created: readonly [lane: Lane, reason: string];
  readonly deleted: readonly [lane: Lane, reason: string];
  readonly source: string;
  readonly judge?: Judge;
}

/** Rows of fields below `spec.forProvider`. */
export const { tell, fine } = below('spec.forProvider');

/** @param service `rds`, as in `rds.aws.m.upbound.io` */
export function managed(service: string, kind: string, life: Life, rows: readonly Row[]): Knowledge {
  const { nature, created, deleted, source, judge } = life;
  const verdict = ([lane, reason]: readonly [Lane, string]): Verdict => ({ lane, reason, source });
  return {
    group: `${service}.aws.m.upbound.io`,
    kind,
    nature,
    created: verdict(created),
    deleted: verdict(deleted),
    rows: [...managedRows, ...(global.has(service) ? [] : regionRows), ...rows],
    ...(judge !== undefined && { judge }),
  };
}

/** A resource that is nothing but a setting, and costs nothing. */
export const noHarm = ['neutral', 'no harm is known'] as const;
