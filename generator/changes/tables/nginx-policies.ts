// What guards the ways in that NGINX Ingress Controller opens: its Policy.
import { added, changed, either, lowered, raised, removed, replaced, to } from '../directions.ts';
import type { Knowledge, Manifest } from '../knowledge.ts';
import { type Measure, number } from '../measures.ts';
import { letsInMore } from './callers.ts';
import { plainRows } from './common.ts';
import { type Finding, found, judgeEach, textsAt } from './pairwise.ts';
import { noHarm, verdict } from './rows.ts';
import { below } from './tell.ts';
import { turnedOff } from './turns.ts';

const policies = 'https://docs.nginx.com/nginx-ingress-controller/configuration/policy-resource/';

const { tell, fine } = below('spec');

function callersLetIn(before: Manifest | undefined, after: Manifest | undefined): Finding[] {
  if (before === undefined || after === undefined) return [];
  const [old = [], now = []] = [before, after].map((side) => textsAt(side, 'spec', 'accessControl', 'allow'));
  if (!letsInMore(old, now)) return [];
  const words = [old.join(', '), now.join(', ')] as const;
  return [found('spec.accessControl.allow', 'exposure', 'more addresses may call', policies, words)];
}

/** `10r/s`, in calls per minute. */
const rate: Measure = (value) => {
  const [, calls, unit] = /^(\d+)r\/([sm])$/.exec(String(value ?? '')) ?? [];
  return calls === undefined ? undefined : Number(calls) * (unit === 's' ? 60 : 1);
};

/** Each of these lets a caller in only after a proof. */
const proofs = '{jwt,oidc,basicAuth,apiKey,externalAuth,ingressMTLS}';

const policy: Knowledge = {
  group: 'k8s.nginx.org',
  kind: 'Policy',
  nature: 'access',
  created: noHarm,
  deleted: verdict('downtime', 'hosts that name it answer with an error', policies),
  judge: judgeEach(callersLetIn),
  rows: [
    ...plainRows,
    ...fine('accessControl', 'rateLimit.{zoneSize,logLevel,rejectCode,delay,noDelay,scale}', 'hsts', 'cors'),
    ...tell(removed, 'exposure', policies, { 'accessControl.deny[]': 'the address may call' }),
    ...tell(either(replaced, removed), 'exposure', policies, {
      [`${proofs}.**`]: 'callers prove who they are in another way, or not at all',
      'egressMTLS.**': 'services prove less of who they are to NGINX',
      'waf.**': 'the firewall looks at less of what comes in',
      'rateLimit.{key,condition}': 'calls are counted in another way',
    }),
    ...tell(either(raised(rate), removed), 'exposure', policies, {
      'rateLimit.rate': 'a caller may send more, or without end',
    }),
    ...tell(raised(number, 0), 'exposure', policies, { 'rateLimit.burst': 'a caller may send more at once' }),
    ...tell(turnedOff, 'exposure', policies, {
      'rateLimit.scale': "each of NGINX's pods allows the whole rate, so a caller may send more",
    }),
    ...tell(to(true), 'exposure', policies, {
      'rateLimit.dryRun': 'callers that send too much are let in all the same',
      'cors.allowCredentials': 'pages of other origins call with the cookies of their readers',
    }),
    ...tell(added, 'exposure', policies, {
      'cors.{allowOrigin,allowMethods,allowHeaders,exposeHeaders}[]': 'pages of other origins may do more',
    }),
    ...tell(changed, 'exposure', policies, {
      cache: 'answers are kept, and may reach somebody else',
      ingressClassName: 'another controller takes it for its own',
    }),
    ...tell(lowered(number), 'exposure', policies, {
      'hsts.maxAge': 'browsers forget sooner to call with TLS only',
    }),
  ],
};

export const nginxPolicies: readonly Knowledge[] = [policy];
