// Who of a cluster acts as which role, and what AWS runs in it.
import { added, changed, removed, to } from '../../directions.ts';
import type { Knowledge } from '../../knowledge.ts';
import { fine, managed, noHarm, tagRows, tell } from './managed.ts';

const guide = 'https://docs.aws.amazon.com/eks/latest/userguide';
const templates = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';
const identities = `${guide}/pod-identities.html`;
const tags = `${guide}/pod-id-abac.html`;
const entries = `${guide}/access-entries.html`;
const accessPolicies = `${guide}/access-policies.html`;
const addons = `${guide}/eks-add-ons.html`;

const podIdentityAssociation = managed(
  'eks',
  'PodIdentityAssociation',
  {
    nature: 'access',
    created: ['exposure', 'pods of the service account act as the role'],
    deleted: ['downtime', 'pods of the service account get no credentials'],
    source: identities,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-eks-podidentityassociation.html`, {
      '{namespace,serviceAccount}': 'an association keeps its service account',
      'clusterName{,Ref,Selector}': 'an association keeps its cluster',
    }),
    ...tell(changed, 'exposure', identities, {
      '{roleArn,targetRoleArn}{,Ref,Selector}': 'pods act as another role',
    }),
    ...tell(to(true), 'exposure', tags, {
      disableSessionTags: 'policies cannot tell one namespace from another any more',
    }),
  ],
);

const accessEntry = managed(
  'eks',
  'AccessEntry',
  {
    nature: 'access',
    created: ['exposure', 'somebody else may use the cluster'],
    deleted: ['downtime', 'whoever acts as the principal is refused by the cluster'],
    source: entries,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-eks-accessentry.html`, {
      type: 'an entry keeps its type',
      'clusterName{,Ref,Selector}': 'an entry keeps its cluster',
      'principalArn{,FromRoleRef,FromRoleSelector}': 'an entry keeps its principal',
    }),
    ...tell(added, 'exposure', entries, { 'kubernetesGroups[]': 'the principal may do what the group may' }),
    ...tell(to('system:masters'), 'exposure', entries, { 'kubernetesGroups[]': 'it may do everything' }),
    ...tell(removed, 'downtime', entries, { 'kubernetesGroups[]': 'what the group may do is refused' }),
    ...tell(changed, 'exposure', entries, { userName: 'rules of the cluster take it for somebody else' }),
    ...fine('kubernetesGroups'),
  ],
);

const accessPolicyAssociation = managed(
  'eks',
  'AccessPolicyAssociation',
  {
    nature: 'access',
    created: ['exposure', 'the principal may do in the cluster what the policy allows'],
    deleted: ['downtime', 'what the policy allowed in the cluster is refused'],
    source: accessPolicies,
  },
  tell(
    changed,
    'stuck',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_access_policy_association',
    {
      '{policyArn,accessScope}': 'an association is never changed, only made anew',
      '{clusterName,principalArn}{,Ref,Selector}': 'an association is never changed, only made anew',
    },
  ),
);

const addon = managed(
  'eks',
  'Addon',
  {
    nature: 'access',
    created: noHarm,
    deleted: ['downtime', 'what the add-on did for the cluster is done no more'],
    source: addons,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-eks-addon.html`, {
      '{addonName,namespaceConfig}': 'an add-on keeps its name and its namespace',
      'clusterName{,Ref,Selector}': 'an add-on keeps its cluster',
    }),
    ...tell(changed, 'downtime', addons, {
      '{addonVersion,configurationValues}': 'the pods of the add-on are replaced',
    }),
    ...tell(changed, 'exposure', addons, {
      'serviceAccountRoleArn{,Ref,Selector}': 'the add-on acts as another role',
      podIdentityAssociation: 'the add-on acts as another role',
    }),
    ...fine('{preserve,resolveConflictsOnCreate,resolveConflictsOnUpdate}'),
  ],
);

export const eks: readonly Knowledge[] = [
  podIdentityAssociation,
  accessEntry,
  accessPolicyAssociation,
  addon,
];
