// Which requests are let in: AuthorizationPolicy, PeerAuthentication and RequestAuthentication.
import type { Judge, Knowledge, Row } from '../../knowledge.ts';
import { hollow } from '../hollow.ts';
import { verdict } from '../rows.ts';
import { below } from '../tell.ts';
import { judgeAuthorization } from './judge.ts';
import { mesh } from './kind.ts';
import { judgePeers } from './peers.ts';
import { authorization, peers, tokens } from './source.ts';
import { judgeTokens } from './tokens.ts';

const { fine } = below('spec');

const matched = 'selector,targetRef,targetRefs';

function judged(kind: string, judge: Judge, source: string, rows: readonly Row[]): Knowledge {
  const told = verdict('neutral', 'what it does is told with the other policies of its workloads', source);
  return mesh('security', kind, { created: told, deleted: told, judge }, [...rows, ...hollow('spec')]);
}

const sources = [
  'principals,notPrincipals,requestPrincipals,notRequestPrincipals,namespaces,notNamespaces',
  'serviceAccounts,notServiceAccounts,trustDomains,notTrustDomains',
  'ipBlocks,notIpBlocks,remoteIpBlocks,notRemoteIpBlocks',
].join(',');

export const security: readonly Knowledge[] = [
  judged('AuthorizationPolicy', judgeAuthorization, authorization, [
    ...fine(`{action,provider.name,${matched}}`),
    ...fine(`rules[].from[].source.{${sources}}`),
    ...fine(
      'rules[].to[].operation.{hosts,notHosts,methods,notMethods,paths,notPaths,ports,notPorts}',
      'rules[].when[].{key,values,notValues}',
    ),
    ...hollow('spec.rules', 'spec.rules[]', 'spec.rules[].from', 'spec.rules[].to', 'spec.rules[].when'),
    ...hollow('spec.rules[].from[].source', 'spec.rules[].to[].operation', 'spec.provider'),
  ]),
  judged('PeerAuthentication', judgePeers, peers, [
    ...fine('selector', 'mtls.mode', 'portLevelMtls.*.mode'),
    ...hollow('spec.mtls', 'spec.portLevelMtls', 'spec.portLevelMtls.*'),
  ]),
  judged('RequestAuthentication', judgeTokens, tokens, [
    ...fine(`{${matched}}`),
    ...fine('jwtRules[].{issuer,audiences,jwksUri,jwks_uri,jwks,fromHeaders,fromParams,fromCookies,timeout}'),
    ...fine(
      'jwtRules[].{forwardOriginalToken,outputPayloadToHeader,outputClaimToHeaders,spaceDelimitedClaims}',
    ),
    ...hollow('spec.jwtRules', 'spec.jwtRules[]'),
  ]),
];
