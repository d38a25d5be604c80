// What distributions are put together from: what counts as the same request, what goes to the backend, what comes back.
import { added, changed, either, raised, removed, replaced, to } from '../../directions.ts';
import type { Knowledge } from '../../knowledge.ts';
import { number } from '../../measures.ts';
import { turnedOff } from '../turns.ts';
import { distribution } from './distribution.ts';
import { fine, managed, noHarm, tagRows, tell } from './managed.ts';

const guide = 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide';
const keys = `${guide}/cache-key-create-cache-policy.html`;
const requests = `${guide}/origin-request-create-origin-request-policy.html`;
const headers = `${guide}/understanding-response-headers-policies.html`;
const control = `${guide}/private-content-restricting-access-to-s3.html`;
const inside = `${guide}/private-content-vpc-origins.html`;

const inUse = ['stuck', 'it is not deleted while a distribution uses it'] as const;

const vpcOrigin = managed(
  'cloudfront',
  'VPCOrigin',
  {
    nature: 'access',
    created: ['exposure', 'what was inside alone can be reached through a distribution'],
    deleted: inUse,
    source: inside,
  },
  [
    ...tagRows,
    ...tell(changed, 'exposure', inside, {
      'vpcOriginEndpointConfig.arn{,Ref,Selector}':
        'requests go to another backend, and what they carry with them',
    }),
    ...tell(to('http-only', 'match-viewer'), 'exposure', inside, {
      'vpcOriginEndpointConfig.originProtocolPolicy': 'requests travel to the backend in the clear',
    }),
    ...tell(to('SSLv3', 'TLSv1', 'TLSv1.1'), 'exposure', inside, {
      'vpcOriginEndpointConfig.originSslProtocols.items[]': 'requests travel under broken encryption',
    }),
    ...tell(changed, 'downtime', inside, {
      'vpcOriginEndpointConfig.{httpPort,httpsPort,originProtocolPolicy}': 'the backend is reached otherwise',
    }),
    ...fine('vpcOriginEndpointConfig.{name,originSslProtocols}'),
  ],
);

const parameters = 'parametersInCacheKeyAndForwardedToOrigin';
const shared = 'answers for one visitor may be given to another';

const cachePolicy = managed(
  'cloudfront',
  'CachePolicy',
  { nature: 'access', created: noHarm, deleted: inUse, source: keys },
  [
    ...tell(replaced, 'exposure', keys, {
      [`${parameters}.headersConfig.headerBehavior`]: shared,
      [`${parameters}.cookiesConfig.cookieBehavior`]: shared,
      [`${parameters}.queryStringsConfig.queryStringBehavior`]: shared,
    }),
    ...tell(removed, 'exposure', keys, {
      [`${parameters}.headersConfig.headers.items[]`]: shared,
      [`${parameters}.cookiesConfig.cookies.items[]`]: shared,
      [`${parameters}.queryStringsConfig.queryStrings.items[]`]: shared,
    }),
    ...tell(raised(number, 0), 'exposure', keys, {
      minTtl: 'answers that must not be kept are given to others',
    }),
    ...fine(
      '{comment,name,defaultTtl,maxTtl}',
      `${parameters}.{enableAcceptEncodingBrotli,enableAcceptEncodingGzip}`,
      `${parameters}.{headersConfig.headers,cookiesConfig.cookies,queryStringsConfig.queryStrings}`,
    ),
  ],
);

const accessControl = managed(
  'cloudfront',
  'OriginAccessControl',
  { nature: 'access', created: noHarm, deleted: inUse, source: control },
  [
    ...tell(to('never', 'no-override'), 'exposure', control, {
      signingBehavior: 'the backend cannot tell who asks any more',
    }),
    ...tell(changed, 'downtime', control, {
      '{originAccessControlOriginType,signingProtocol}': 'the backend refuses what is signed in another way',
    }),
    ...fine('{name,description}'),
  ],
);

const originRequestPolicy = managed(
  'cloudfront',
  'OriginRequestPolicy',
  { nature: 'access', created: noHarm, deleted: inUse, source: requests },
  [
    ...tell(changed, 'downtime', requests, {
      '{headersConfig,cookiesConfig,queryStringsConfig}':
        'the backend sees other headers, cookies or queries',
    }),
    ...fine('comment'),
  ],
);

const lists =
  '{accessControlAllowOrigins,accessControlAllowHeaders,accessControlAllowMethods,accessControlExposeHeaders}';

const responseHeadersPolicy = managed(
  'cloudfront',
  'ResponseHeadersPolicy',
  { nature: 'access', created: noHarm, deleted: inUse, source: headers },
  [
    ...tell(either(removed, replaced), 'exposure', headers, {
      'securityHeadersConfig.*.*': 'browsers guard pages less',
    }),
    ...tell(added, 'exposure', headers, {
      [`corsConfig.${lists}.items[]`]: 'pages of other sites may do more',
    }),
    ...tell(removed, 'downtime', headers, {
      [`corsConfig.${lists}.items[]`]: 'pages of other sites are refused',
    }),
    ...tell(to('*'), 'exposure', headers, {
      'corsConfig.accessControlAllowOrigins.items[]': 'pages of every site may',
    }),
    ...tell(to(true), 'exposure', headers, {
      'corsConfig.accessControlAllowCredentials': 'pages of other sites act as the visitor',
    }),
    ...tell(turnedOff, 'downtime', headers, {
      'corsConfig.accessControlAllowCredentials': 'pages of other sites are refused',
    }),
    ...tell(changed, 'exposure', headers, {
      'corsConfig.originOverride': 'another side decides on other sites',
    }),
    ...tell(changed, 'downtime', headers, { customHeadersConfig: 'visitors get other headers' }),
    ...tell(removed, 'exposure', headers, { 'removeHeadersConfig.items[]': 'visitors see the header again' }),
    ...fine(
      '{comment,name,serverTimingHeadersConfig}',
      '{corsConfig,removeHeadersConfig,securityHeadersConfig}',
    ),
  ],
);

export const cloudfront: readonly Knowledge[] = [
  distribution,
  vpcOrigin,
  cachePolicy,
  accessControl,
  originRequestPolicy,
  responseHeadersPolicy,
];
