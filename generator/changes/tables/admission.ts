// What is refused at the API server's door: webhooks, and policies that it judges itself.
import { added, changed, either, from, lowered, ofSame, removed, replaced, to } from '../directions.ts';
import type { Knowledge, Row } from '../knowledge.ts';
import { rank } from '../measures.ts';
import { plainRows } from './common.ts';
import { noHarm, verdict } from './rows.ts';
import { below } from './tell.ts';

const webhooks = 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/';
const policies = 'https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/';

/** When the judge does not answer, or fails: the request is refused unless it says otherwise. */
export const failsOpen = lowered(rank('Ignore', 'Fail'), 'Fail');

/**
 * Which requests are judged at all.
 * @param place way to what has `matchConditions`
 */
function conditionRows(place: string, source: string): Row[] {
  const { tell } = below(place);
  const reason = 'requests that were judged may pass unseen';
  return [
    ...tell(added, 'exposure', source, { 'matchConditions[]': reason }),
    ...tell(replaced, 'exposure', source, { 'matchConditions[].expression': reason }),
  ];
}

/**
 * Which objects are judged at all: by rules, and by the labels of objects and namespaces.
 * @param place way to the rules and selectors
 * @param list `rules` of webhooks, `resourceRules` of policies
 */
function matchRows(place: string, list: string, source: string): Row[] {
  const { tell, fine } = below(place);
  const unseen = 'objects that were judged pass unseen';
  return [
    ...fine(list, 'matchPolicy'),
    ...tell(removed, 'exposure', source, {
      [`${list}[]`]: unseen,
      [`${list}[].{operations,apiGroups,apiVersions,resources}[]`]: unseen,
    }),
    ...tell(replaced, 'exposure', source, { [`${list}[].scope`]: unseen }),
    ...tell(ofSame(added), 'exposure', source, { [`${list}[].resourceNames`]: unseen }),
    ...tell(changed, 'exposure', source, { '{namespaceSelector,objectSelector}': unseen }),
    ...tell(lowered(rank('Exact', 'Equivalent'), 'Equivalent'), 'exposure', source, {
      matchPolicy: 'objects written in another version pass unseen',
    }),
  ];
}

/** As `matchRows`, for policies, which also say what they do not judge. @param spec way to the policy's `spec` */
export function constraintRows(spec: string, source: string): Row[] {
  const { tell, fine } = below(`${spec}.matchConstraints`);
  return [
    ...fine('excludeResourceRules'),
    ...tell(either(added, replaced), 'exposure', source, {
      'excludeResourceRules[].**': 'objects that were judged pass unseen',
    }),
    ...matchRows(`${spec}.matchConstraints`, 'resourceRules', source),
    ...conditionRows(spec, source),
  ];
}

/** @param list `validations`, or the `variables` that they read */
export function expressionRows(list: string, source: string): Row[] {
  const { tell, fine } = below('spec');
  return [
    ...fine(list, 'auditAnnotations'),
    ...tell(either(replaced, removed), 'exposure', source, {
      [`${list}[].expression`]: 'objects that were refused may be let in',
    }),
  ];
}

/** Of a webhook that is new, or is gone, its name tells enough. */
function webhookRows(): Row[] {
  const { tell, fine } = below('webhooks[]');
  const rows = [
    ...fine('timeoutSeconds', 'sideEffects', 'admissionReviewVersions', 'reinvocationPolicy'),
    ...fine('failurePolicy', 'matchConditions', 'clientConfig'),
    ...tell(failsOpen, 'exposure', webhooks, {
      failurePolicy: 'objects pass unseen while the webhook does not answer',
    }),
    ...tell(either(replaced, removed), 'exposure', webhooks, {
      'clientConfig.**': 'another server sees and judges the objects',
    }),
    ...matchRows('webhooks[]', 'rules', webhooks),
    ...conditionRows('webhooks[]', webhooks),
  ];
  return [
    ...rows.map((one) => ({ ...one, when: ofSame(one.when) })),
    ...tell(removed, 'exposure', webhooks, { name: 'what the webhook judged passes unseen' }),
    ...tell(added, 'downtime', webhooks, {
      name: 'what the webhook judges is refused while it does not answer',
    }),
  ];
}

const deletedWebhook = verdict('exposure', 'what its webhooks judged passes unseen', webhooks);

const validatingWebhooks: Knowledge = {
  group: 'admissionregistration.k8s.io',
  kind: 'ValidatingWebhookConfiguration',
  nature: 'access',
  created: verdict('downtime', 'what it judges is refused while its server does not answer', webhooks),
  deleted: deletedWebhook,
  rows: [...plainRows, ...webhookRows()],
};

const mutatingWebhooks: Knowledge = {
  group: 'admissionregistration.k8s.io',
  kind: 'MutatingWebhookConfiguration',
  nature: 'access',
  created: verdict('exposure', 'its server may change every object that it is shown', webhooks),
  deleted: deletedWebhook,
  rows: [...plainRows, ...webhookRows()],
};

const validatingAdmissionPolicy: Knowledge = {
  group: 'admissionregistration.k8s.io',
  kind: 'ValidatingAdmissionPolicy',
  nature: 'access',
  created: noHarm,
  deleted: verdict('exposure', 'what it refused is let in', policies),
  rows: [
    ...plainRows,
    ...below('spec').fine('failurePolicy', 'matchConditions'),
    ...below('spec').tell(failsOpen, 'exposure', policies, {
      failurePolicy: 'objects are let in when an expression fails',
    }),
    ...below('spec').tell(changed, 'exposure', policies, { paramKind: 'it judges by other parameters' }),
    ...constraintRows('spec', policies),
    ...expressionRows('validations', policies),
    ...expressionRows('variables', policies),
  ],
};

const validatingAdmissionPolicyBinding: Knowledge = {
  group: 'admissionregistration.k8s.io',
  kind: 'ValidatingAdmissionPolicyBinding',
  nature: 'access',
  created: verdict('downtime', 'what breaks the policy is refused from now on', policies),
  deleted: verdict('exposure', 'what the policy refused is let in', policies),
  rows: [
    ...plainRows,
    ...below('spec').fine('validationActions'),
    ...below('spec').tell(from('Deny'), 'exposure', policies, {
      'validationActions[]': 'what breaks the policy is let in, and only told of',
    }),
    ...below('spec').tell(to('Deny'), 'downtime', policies, {
      'validationActions[]': 'what breaks the policy is refused from now on',
    }),
    ...below('spec').tell(changed, 'exposure', policies, {
      policyName: 'objects are judged by another policy',
      paramRef: 'objects are judged by other parameters',
      matchResources: 'objects that were judged pass unseen',
    }),
  ],
};

export const admission: readonly Knowledge[] = [
  validatingWebhooks,
  mutatingWebhooks,
  validatingAdmissionPolicy,
  validatingAdmissionPolicyBinding,
];
