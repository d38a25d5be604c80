// The front door: which names lead in, which backend answers, and what is shared between visitors on the way.
import {
  added,
  changed,
  direction,
  either,
  lowered,
  ofSame,
  raised,
  removed,
  replaced,
  to,
} from '../../directions.ts';
import { number, rank } from '../../measures.ts';
import { setToFalse } from '../turns.ts';
import { fine, managed, tagRows, tell } from './managed.ts';

const guide = 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide';
const settings = `${guide}/distribution-web-values-specify.html`;
const names = `${guide}/CNAMEs.html`;
const protocols = `${guide}/secure-connections-supported-viewer-protocols-ciphers.html`;
const keys = `${guide}/cache-key-create-cache-policy.html`;
const origins = `${guide}/private-content-restricting-access-to-s3.html`;
const failover = `${guide}/high_availability_origin_failover.html`;
const logs = `${guide}/AccessLogs.html`;

const oldProtocols = ['SSLv3', 'TLSv1', 'TLSv1_2016', 'TLSv1.1_2016'];
const newProtocols = ['TLSv1.2_2018', 'TLSv1.2_2019', 'TLSv1.2_2021', 'TLSv1.2_2025', 'TLSv1.3_2025'];
const protocol = rank(...oldProtocols, ...newProtocols);
const strongerProtocol = raised(protocol, 'TLSv1');
/** What is not known to be stronger. */
const weakerProtocol = direction('weaker', (before, after) => !strongerProtocol.holds(before, after));
const toHttps = direction(
  'to HTTPS alone',
  (before, after) => before !== undefined && after === 'https-only',
);

export const distribution = managed(
  'cloudfront',
  'Distribution',
  {
    nature: 'access',
    created: ['exposure', 'another way leads in from the internet'],
    deleted: ['downtime', 'its names lead nowhere'],
    source: settings,
  },
  [
    ...tagRows,
    ...tell(
      changed,
      'stuck',
      'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution',
      {
        staging: 'a distribution is for trials from the start or never',
      },
    ),
    ...tell(removed, 'downtime', names, { 'aliases[]': 'requests for the name are refused' }),
    ...tell(removed, 'exposure', names, { 'aliases[]': 'another account may claim the name' }),
    ...tell(added, 'exposure', names, { 'aliases[]': 'another name leads in' }),
    ...tell(setToFalse, 'downtime', settings, { enabled: 'every request is refused' }),
    ...tell(changed, 'downtime', settings, {
      '{defaultRootObject,continuousDeploymentPolicyId,anycastIpListId}': 'requests are answered otherwise',
    }),
    ...tell(changed, 'cost', settings, { priceClass: 'another set of places answers, at another price' }),
    ...tell(either(removed, replaced), 'exposure', settings, {
      webAclId: 'the firewall in front is gone, or another',
    }),
    ...tell(changed, 'exposure', settings, {
      restrictions: 'requests of other countries get through',
      viewerMtlsConfig: 'other visitors count as known',
    }),
    ...tell(either(removed, replaced), 'exposure', logs, {
      loggingConfig: 'requests are recorded no more',
      'loggingConfig.bucket': 'records of requests go elsewhere',
    }),
    ...tell(to(true), 'exposure', logs, {
      'loggingConfig.includeCookies': 'sessions can be read in the records',
    }),
    ...certificateRows(),
    ...originRows(),
    ...behaviorRows(),
    ...fine(
      'aliases',
      '{comment,httpVersion,isIpv6Enabled,customErrorResponse,retainOnDelete,waitForDeployment}',
      'loggingConfig.prefix',
    ),
  ],
);

function certificateRows() {
  return [
    ...tell(weakerProtocol, 'exposure', protocols, {
      'viewerCertificate.minimumProtocolVersion': 'visitors may use weaker encryption',
    }),
    ...tell(strongerProtocol, 'downtime', protocols, {
      'viewerCertificate.minimumProtocolVersion': 'old clients are refused',
    }),
    ...tell(to(...oldProtocols), 'exposure', protocols, {
      'viewerCertificate.minimumProtocolVersion': 'visitors may use broken encryption',
    }),
    ...tell(changed, 'downtime', settings, {
      'viewerCertificate.{acmCertificateArn,iamCertificateId}': 'names that the other certificate lacks fail',
      'viewerCertificate.{cloudfrontDefaultCertificate,sslSupportMethod}': 'names of customers fail',
    }),
  ];
}

function originRows() {
  const config = 'origin[].customOriginConfig';
  return [
    ...tell(removed, 'downtime', settings, { 'origin[]': 'requests for the backend fail' }),
    ...tell(ofSame(changed), 'exposure', settings, {
      'origin[].{domainName,originPath}': 'requests go to another backend, and what they carry with them',
      'origin[].vpcOriginConfig.{vpcOriginId,ownerAccountId}':
        'requests go to another backend, and what they carry with them',
    }),
    ...tell(ofSame(either(removed, replaced)), 'exposure', origins, {
      'origin[].originAccessControlId{,Ref.name}': 'the backend cannot tell who asks any more',
      'origin[].s3OriginConfig.originAccessIdentity{,Ref.name}': 'the backend cannot tell who asks any more',
    }),
    ...tell(ofSame(changed), 'downtime', settings, {
      'origin[].customHeader': 'a backend that looks for the header refuses',
      [`${config}.{httpPort,httpsPort,ipAddressType,originMtlsConfig}`]: 'the backend is reached otherwise',
    }),
    ...tell(to('http-only', 'match-viewer'), 'exposure', settings, {
      [`${config}.originProtocolPolicy`]: 'requests travel to the backend in the clear',
    }),
    ...tell(toHttps, 'downtime', settings, {
      [`${config}.originProtocolPolicy`]: 'a backend that does not speak TLS fails',
    }),
    ...tell(to('SSLv3', 'TLSv1', 'TLSv1.1'), 'exposure', settings, {
      [`${config}.originSslProtocols[]`]: 'requests travel to the backend under broken encryption',
    }),
    ...tell(lowered(number), 'downtime', settings, {
      'origin[].{connectionAttempts,connectionTimeout,responseCompletionTimeout}': 'slow answers fail',
      [`${config}.{originReadTimeout,originKeepaliveTimeout}`]: 'slow answers fail',
      'origin[].vpcOriginConfig.{originReadTimeout,originKeepaliveTimeout}': 'slow answers fail',
    }),
    ...tell(changed, 'cost', settings, { 'origin[].originShield': 'another cache is paid for, or no more' }),
    ...tell(changed, 'recoverability', failover, {
      originGroup: 'requests fail over elsewhere, or not at all',
    }),
    ...tell(ofSame(changed), 'exposure', origins, {
      'origin[].originAccessControlIdSelector': 'the backend may not be able to tell who asks any more',
      'origin[].s3OriginConfig.originAccessIdentitySelector':
        'the backend may not be able to tell who asks any more',
    }),
    ...fine(
      'origin[].{originId,originAccessControlIdRef}',
      'origin[].s3OriginConfig.originAccessIdentityRef',
      `${config}.originSslProtocols`,
    ),
  ];
}

/** Of the behavior for everything, and of those for single paths. */
function behaviorRows() {
  const behavior = '{defaultCacheBehavior,orderedCacheBehavior[]}';
  return [
    ...tell(either(added, removed), 'exposure', settings, {
      'orderedCacheBehavior[]': 'paths are answered by another backend or under other rules',
    }),
    ...tell(ofSame(changed), 'exposure', settings, {
      'orderedCacheBehavior[].pathPattern': 'paths are answered by another backend or under other rules',
      [`${behavior}.targetOriginId`]: 'requests go to another backend, and what they carry with them',
      [`${behavior}.{functionAssociation,lambdaFunctionAssociation}`]:
        'other code sees and changes every request',
      [`${behavior}.responseHeadersPolicyId`]: 'headers that guard pages may be missing',
    }),
    ...tell(ofSame(changed), 'exposure', keys, {
      [`${behavior}.{cachePolicyId,forwardedValues}`]: 'answers for one visitor may be given to another',
    }),
    ...tell(raised(number, 0), 'exposure', keys, {
      [`${behavior}.minTtl`]: 'answers that must not be kept are given to others',
    }),
    ...tell(to('allow-all'), 'exposure', settings, {
      [`${behavior}.viewerProtocolPolicy`]: 'visitors may come in the clear',
    }),
    ...tell(toHttps, 'downtime', settings, {
      [`${behavior}.viewerProtocolPolicy`]: 'visitors that come in the clear are refused',
    }),
    ...tell(ofSame(added), 'exposure', settings, {
      [`${behavior}.allowedMethods[]`]: 'the backend takes more',
    }),
    ...tell(ofSame(removed), 'downtime', settings, {
      [`${behavior}.allowedMethods[]`]: 'such requests are refused',
    }),
    ...tell(ofSame(removed), 'exposure', settings, {
      [`${behavior}.{trustedKeyGroups,trustedSigners}[]`]:
        'pages may be open to visitors without a signature',
      [`${behavior}.fieldLevelEncryptionId`]: 'fields travel to the backend unencrypted',
    }),
    ...tell(ofSame(added), 'exposure', settings, {
      [`${behavior}.{trustedKeyGroups,trustedSigners}[]`]: 'signatures of another key are accepted',
    }),
    ...tell(ofSame(changed), 'downtime', settings, {
      [`${behavior}.originRequestPolicyId`]: 'the backend sees other headers, cookies or queries',
    }),
    ...fine(
      `${behavior}.{allowedMethods,cachedMethods,compress,defaultTtl,maxTtl,smoothStreaming,grpcConfig}`,
      `${behavior}.{realtimeLogConfigArn,trustedKeyGroups,trustedSigners}`,
    ),
  ];
}
