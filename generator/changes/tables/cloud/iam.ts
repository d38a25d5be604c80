// Roles and what they may do. What a policy says is the judge's to read.
import { added, changed, either, lowered, raised, removed, replaced, toMatching } from '../../directions.ts';
import { judgePolicy } from '../../iam/judge.ts';
import type { Knowledge } from '../../knowledge.ts';
import { number } from '../../measures.ts';
import { fine, managed, noHarm, tagRows, tell } from './managed.ts';

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';
const templates = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';
const roles = `${guide}/id_roles.html`;
const boundaries = `${guide}/access_policies_boundaries.html`;
const policies = `${guide}/access_policies_managed-vs-inline.html`;

/** Managed policies of AWS that allow everything, or to give oneself everything. */
const almighty = /:policy\/(?:AdministratorAccess|PowerUserAccess|IAMFullAccess)$/;

const role = managed(
  'iam',
  'Role',
  {
    nature: 'access',
    created: ['exposure', 'whoever it trusts may do what its policies allow'],
    deleted: ['downtime', 'whoever acts as the role is refused'],
    source: roles,
    judge: judgePolicy,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-iam-role.html`, { path: 'a role keeps its path' }),
    ...tell(either(removed, replaced), 'exposure', boundaries, {
      permissionsBoundary: 'what bounded the role does not any more',
    }),
    ...tell(added, 'downtime', boundaries, { permissionsBoundary: 'what is beyond the bound is refused' }),
    ...tell(added, 'exposure', policies, { 'managedPolicyArns[]': 'the role may do more' }),
    ...tell(toMatching(almighty), 'exposure', policies, {
      'managedPolicyArns[]': 'the role may do everything',
    }),
    ...tell(removed, 'downtime', policies, { 'managedPolicyArns[]': 'what the policy allowed is refused' }),
    ...tell(changed, 'exposure', policies, { 'managedPolicyArns{Refs,Selector}': 'the role may do more' }),
    ...tell(raised(number, 3600), 'exposure', roles, {
      maxSessionDuration: 'credentials that leak are good for longer',
    }),
    ...tell(lowered(number, 3600), 'downtime', roles, {
      maxSessionDuration: 'long sessions are refused',
    }),
    ...fine('assumeRolePolicy', 'inlinePolicy', 'managedPolicyArns', '{description,forceDetachPolicies}'),
  ],
);

const rolePolicy = managed(
  'iam',
  'RolePolicy',
  { nature: 'access', created: noHarm, deleted: noHarm, source: policies, judge: judgePolicy },
  [
    ...tell(changed, 'stuck', `${templates}/aws-resource-iam-rolepolicy.html`, {
      'role{,Ref,Selector}': 'a policy keeps its role',
    }),
    ...fine('policy'),
  ],
);

const policy = managed(
  'iam',
  'Policy',
  { nature: 'access', created: noHarm, deleted: noHarm, source: policies, judge: judgePolicy },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-iam-managedpolicy.html`, {
      '{path,description}': 'a policy keeps its path and its description',
    }),
    ...fine('policy', 'delayAfterPolicyCreationInMs'),
  ],
);

const attachment = managed(
  'iam',
  'RolePolicyAttachment',
  {
    nature: 'access',
    created: ['exposure', 'the role may do what the policy allows'],
    deleted: ['downtime', 'what the policy allowed is refused'],
    source: policies,
  },
  [
    ...tell(
      changed,
      'stuck',
      'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role_policy_attachment',
      {
        '{policyArn,role}{,Ref,Selector}': 'an attachment is never changed, only made anew',
      },
    ),
    ...tell(toMatching(almighty), 'exposure', policies, { policyArn: 'the role may do everything' }),
  ],
);

export const iam: readonly Knowledge[] = [role, rolePolicy, policy, attachment];
