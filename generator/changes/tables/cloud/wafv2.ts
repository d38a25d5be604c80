// The firewall in front of web addresses: every part of it guards access.
import { added, changed, removed } from '../../directions.ts';
import type { Knowledge } from '../../knowledge.ts';
import { fine, managed, noHarm, tagRows, tell } from './managed.ts';
import { judgeRules } from './waf-rules.ts';

const guide = 'https://docs.aws.amazon.com/waf/latest/developerguide';
const templates = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';
const acls = `${guide}/web-acl.html`;
const bodies = `${guide}/web-acl-setting-body-inspection-limit.html`;
const logging = `${guide}/logging.html`;
const sets = `${guide}/waf-ip-set-managing.html`;

const open = ['exposure', 'every request gets through'] as const;

const webAcl = managed(
  'wafv2',
  'WebACL',
  { nature: 'access', created: noHarm, deleted: open, source: acls, judge: judgeRules },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-wafv2-webacl.html`, {
      '{name,scope}': 'an ACL keeps its name and its scope',
    }),
    ...tell(added, 'exposure', acls, { 'defaultAction.allow': 'what no rule finds gets through' }),
    ...tell(added, 'downtime', acls, { 'defaultAction.block': 'what no rule finds is refused' }),
    ...tell(changed, 'exposure', bodies, { associationConfig: 'more or less of a body is looked at' }),
    ...tell(changed, 'exposure', acls, {
      tokenDomains: 'tokens of other names are accepted',
      '{captchaConfig,challengeConfig}': 'a solved puzzle counts for another time',
      dataProtectionConfig: 'what is recorded of requests is covered in another way',
    }),
    ...fine('ruleJson', 'defaultAction', 'visibilityConfig', '{description,customResponseBody}'),
  ],
);

const association = managed(
  'wafv2',
  'WebACLAssociation',
  { nature: 'access', created: noHarm, deleted: open, source: acls },
  tell(changed, 'stuck', `${templates}/aws-resource-wafv2-webaclassociation.html`, {
    '{resourceArn,webAclArn}{,Ref,Selector}': 'an association is never changed, only made anew',
  }),
);

const loggingConfiguration = managed(
  'wafv2',
  'WebACLLoggingConfiguration',
  {
    nature: 'access',
    created: noHarm,
    deleted: ['exposure', 'requests are recorded no more'],
    source: logging,
  },
  [
    ...tell(changed, 'stuck', `${templates}/aws-resource-wafv2-loggingconfiguration.html`, {
      'resourceArn{,Ref,Selector}': 'records stay with their ACL',
    }),
    ...tell(changed, 'exposure', logging, {
      'logDestinationConfigs{,Refs,Selector}': 'records of requests go elsewhere',
      loggingFilter: 'other requests are recorded',
    }),
    ...tell(removed, 'exposure', logging, { 'redactedFields[]': 'records show what was covered' }),
    ...fine('redactedFields'),
  ],
);

const ipSet = managed(
  'wafv2',
  'IPSet',
  {
    nature: 'access',
    created: noHarm,
    deleted: ['exposure', 'rules that look for its addresses find none'],
    source: sets,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-wafv2-ipset.html`, {
      '{name,scope,ipAddressVersion}': 'a set keeps its name, its scope and its kind of address',
    }),
    ...tell(changed, 'exposure', sets, {
      addresses: 'rules let others in, or keep others out',
    }),
    ...fine('description'),
  ],
);

export const wafv2: readonly Knowledge[] = [webAcl, association, loggingConfiguration, ipSet];
