// Kyverno's policies: what they refuse, change, make and delete, and exceptions from them.
import { added, changed, either, ofKept, raised, removed, replaced, to } from '../directions.ts';
import type { Knowledge } from '../knowledge.ts';
import { doorRows, kyvernoPolicy, refusalRows, watchRows } from './kyverno-rows.ts';
import { noHarm, verdict } from './rows.ts';
import { below } from './tell.ts';
import { turnedOff } from './turns.ts';
import { putOff } from './ways.ts';

const docs = 'https://kyverno.io/docs/policy-types';
const { tell, fine } = below('spec');

const validating = `${docs}/validating-policy/`;
const mutating = `${docs}/mutating-policy/`;
const generating = `${docs}/generating-policy/`;
const images = `${docs}/image-validating-policy/`;
const deleting = `${docs}/deleting-policy/`;
const exceptions = 'https://kyverno.io/docs/guides/exceptions/';
const letIn = (page: string) => verdict('exposure', 'what it refused is let in', page);
const refused = (page: string) => verdict('downtime', 'what breaks it may be refused from now on', page);

const validatingPolicy = kyvernoPolicy('ValidatingPolicy', refused(validating), letIn(validating), [
  ...refusalRows(validating),
]);

const mutatingPolicy = kyvernoPolicy(
  'MutatingPolicy',
  verdict('exposure', 'it changes every object that it matches', mutating),
  verdict('exposure', 'objects keep what it changed in them', mutating),
  [
    ...doorRows(mutating),
    ...fine('reinvocationPolicy'),
    ...tell(changed, 'exposure', mutating, {
      mutations: 'objects are changed in another way',
      '{targetMatchConstraints,targetMatchConditions}': 'other objects that are there already are changed',
    }),
    ...tell(to(true), 'exposure', mutating, {
      'evaluation.mutateExisting.enabled': 'objects that are there already are changed too',
    }),
  ],
);

const generatingPolicy = kyvernoPolicy(
  'GeneratingPolicy',
  verdict('exposure', 'it makes objects beside those that it matches', generating),
  verdict('exposure', 'what it made is not made any more, nor kept as it was', generating),
  [
    ...watchRows(generating),
    ...fine('useServerSideApply'),
    ...tell(changed, 'exposure', generating, { generate: 'other objects are made, or none' }),
    ...tell(turnedOff, 'exposure', generating, {
      'evaluation.synchronize.enabled': 'what was made is not put right when somebody changes it',
    }),
    ...tell(turnedOff, 'recoverability', generating, {
      'evaluation.orphanDownstreamOnPolicyDelete.enabled': 'what was made goes when the policy goes',
    }),
  ],
);

const imageValidatingPolicy = kyvernoPolicy('ImageValidatingPolicy', refused(images), letIn(images), [
  ...refusalRows(images),
  ...fine('images', 'matchImageReferences', 'validationConfigurations', 'credentials'),
  ...tell(changed, 'exposure', images, {
    '{attestors,attestations}': 'images that others signed may run',
  }),
  ...tell(ofKept(either(replaced, removed)), 'exposure', images, {
    'images[].expression': 'images in other places are not looked at',
  }),
  ...tell(either(replaced, removed), 'exposure', images, {
    'matchImageReferences[].{glob,expression}': 'images of the pattern are not looked at',
  }),
  ...tell(putOff, 'exposure', images, {
    'validationConfigurations.{required,verifyDigest,mutateDigest}': 'images run that nobody has looked at',
  }),
  ...tell(to(true), 'exposure', images, {
    'credentials.allowInsecureRegistry': 'images come over connections that prove nothing',
  }),
]);

const deletingPolicy = kyvernoPolicy(
  'DeletingPolicy',
  verdict('data-loss', 'it deletes every object that it matches, again and again', deleting),
  noHarm,
  [
    ...tell(changed, 'data-loss', deleting, {
      '{matchConstraints,conditions,variables}': 'other objects are deleted',
      schedule: 'objects are deleted at other times',
      deletionPropagationPolicy: 'what belongs to the objects is deleted in another way',
    }),
  ],
);

const policyException = kyvernoPolicy(
  'PolicyException',
  verdict('exposure', 'what policies refuse is let in', exceptions),
  noHarm,
  [
    ...fine(
      'reportResult',
      'properties',
      'policyRefs',
      'images',
      'allowedValues',
      'matchConditions',
      'expiresAt',
    ),
    ...tell(added, 'exposure', exceptions, {
      'policyRefs[]': 'what another policy refuses is let in',
      'images[]': 'another image is let in',
      'allowedValues[]': 'another value is let in',
    }),
    ...tell(replaced, 'exposure', exceptions, {
      'policyRefs[].kind': 'what another policy refuses is let in',
    }),
    ...tell(either(replaced, removed), 'exposure', exceptions, {
      'matchConditions[].expression': 'the exception is for other objects',
    }),
    ...tell(either(raised(date), removed), 'exposure', exceptions, {
      expiresAt: 'the exception lasts longer',
    }),
    ...tell(changed, 'exposure', exceptions, { evaluationMode: 'the exception holds at other times' }),
  ],
);

/** Times in RFC 3339 of one zone sort as their text does. */
function date(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:]+Z$/.test(value)
    ? Number(value.replaceAll(/\D/g, ''))
    : undefined;
}

export const kyverno: readonly Knowledge[] = [
  validatingPolicy,
  mutatingPolicy,
  generatingPolicy,
  imageValidatingPolicy,
  deletingPolicy,
  policyException,
];
