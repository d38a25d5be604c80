// Certificates. AWS renews them by itself and changes nothing else of them.
import { changed, to } from '../../directions.ts';
import type { Knowledge } from '../../knowledge.ts';
import { fine, managed, noHarm, tagRows, tell } from './managed.ts';

const guide = 'https://docs.aws.amazon.com/acm/latest/userguide';
const cloudformation =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-certificatemanager-certificate.html';
const imports = `${guide}/import-reimport.html`;

const certificate = managed(
  'acm',
  'Certificate',
  {
    nature: 'access',
    created: noHarm,
    deleted: ['downtime', 'what serves the certificate cannot any more'],
    source: `${guide}/gs-acm-delete.html`,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', cloudformation, {
      '{domainName,subjectAlternativeNames}': 'a certificate keeps its names: other names need a new one',
      '{validationMethod,validationOption,keyAlgorithm}': 'it is chosen when the certificate is requested',
      'certificateAuthorityArn{,Ref,Selector}': 'a certificate keeps its authority',
      'options.export': 'it is chosen when the certificate is requested',
    }),
    ...tell(to('ENABLED'), 'exposure', `${guide}/acm-exportable-certificates.html`, {
      'options.export': 'the private key can be taken out',
    }),
    ...tell(changed, 'downtime', imports, {
      '{certificateBody,certificateChain,privateKeySecretRef,privateKeyWo,privateKeyWoVersion}':
        'clients get another certificate',
    }),
    ...fine('options.certificateTransparencyLoggingPreference', 'earlyRenewalDuration'),
  ],
);

const validation = managed(
  'acm',
  'CertificateValidation',
  { nature: 'access', created: noHarm, deleted: noHarm, source: `${guide}/dns-validation.html` },
  tell(
    changed,
    'stuck',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acm_certificate_validation',
    {
      'certificateArn{,Ref,Selector}': 'a validation keeps its certificate',
      validationRecordFqdns: 'a validation waits once, for the records that it was given',
    },
  ),
);

export const acm: readonly Knowledge[] = [certificate, validation];
