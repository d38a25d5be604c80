// Ways in from outside that NGINX Ingress Controller opens: VirtualServer and VirtualServerRoute.
import { added, changed, either, ofKept, ofSame, removed, replaced, to, toMatching } from '../directions.ts';
import type { Knowledge, Row } from '../knowledge.ts';
import { plainRows } from './common.ts';
import { verdict } from './rows.ts';
import { below } from './tell.ts';
import { turnedOff } from './turns.ts';
import { present } from './ways.ts';

const docs = 'https://docs.nginx.com/nginx-ingress-controller/configuration';
const servers = `${docs}/virtualserver-and-virtualserverroute-resources/`;
const policies = `${docs}/policy-resource/`;

const { tell, fine } = below('spec');
const metadata = below('metadata');
const another = either(added, replaced);
const snippets = 'it may set anything in NGINX, for all tenants';
const sharedRoute = 'labels["tenantry.dev/route"]';

/** Services behind it. */
const upstreamRows: readonly Row[] = [
  ...fine(
    'upstreams[].{name,type,lb-method,max-conns,max-fails,fail-timeout,slow-start,keepalive,queue,ntlm}',
    'upstreams[].{connect-timeout,read-timeout,send-timeout,next-upstream,next-upstream-timeout}',
    'upstreams[].{next-upstream-tries,buffering,buffers,buffer-size,busy-buffers-size,client-max-body-size}',
    'upstreams[].{client-body-buffer-size,healthCheck,sessionCookie,service,port,use-cluster-ip,tls}',
    'upstreams[].{subselector,backupPort}',
  ),
  ...tell(replaced, 'exposure', servers, {
    'upstreams[].service': 'calls reach another service',
    'upstreams[].port': 'calls reach another port of the service',
  }),
  ...tell(present, 'exposure', servers, {
    'upstreams[].backup': 'calls reach another service when it fails',
  }),
  ...tell(ofSame(changed), 'exposure', servers, { 'upstreams[].subselector': 'calls reach other pods' }),
  ...tell(removed, 'downtime', servers, { 'upstreams[]': 'calls to the service find nobody' }),
  ...tell(ofKept(turnedOff), 'exposure', servers, {
    'upstreams[].tls.enable': 'between NGINX and the pods there is no TLS',
    'upstreams[].sessionCookie.{secure,httpOnly}': 'the cookie may be read where it should not',
  }),
  ...tell(ofKept(turnedOff), 'downtime', servers, {
    'upstreams[].use-cluster-ip': 'the mesh does not know the call, and refuses it',
  }),
];

/** @param list `routes` or `subroutes` */
function routeRows(list: string): Row[] {
  const route = `${list}[]`;
  return [
    ...fine(`${route}.{path,action,splits,matches,policies,errorPages}`),
    ...tell(another, 'exposure', servers, { [`${route}.path`]: 'callers of another path are let in' }),
    ...tell(either(removed, replaced), 'downtime', servers, {
      [`${route}.path`]: 'callers of the path find nobody',
    }),
    ...tell(replaced, 'exposure', servers, {
      [`${route}.action.pass`]: 'calls reach another service',
      [`${route}.action.proxy.upstream`]: 'calls reach another service',
    }),
    ...tell(ofKept(either(replaced, removed)), 'exposure', servers, {
      [`${route}.action.proxy.requestHeaders.**`]:
        'calls say something else of whom they come from and for whom',
      [`${route}.action.proxy.responseHeaders.**`]: 'answers show headers that they did not',
    }),
    ...tell(replaced, 'downtime', servers, {
      [`${route}.action.proxy.rewritePath`]: 'calls reach other paths of the service',
      [`${route}.action.{redirect,return}.**`]: 'callers get another answer',
    }),
    ...tell(ofSame(changed), 'exposure', servers, {
      [`${route}.{splits,matches}`]: 'a part of the calls reaches another service',
    }),
    ...tell(ofKept(removed), 'exposure', policies, {
      [`${route}.policies[]`]: 'the policy does not guard the path any more',
    }),
    ...tell(either(added, replaced), 'exposure', policies, {
      [`${route}.policies[].namespace`]: 'a policy of another namespace guards the path',
    }),
    ...tell(present, 'exposure', servers, {
      [`${route}.{route,routeSelector}`]: 'another object says what is let in below the path',
      [`${route}.location-snippets`]: snippets,
    }),
  ];
}

const virtualServer: Knowledge = {
  group: 'k8s.nginx.org',
  kind: 'VirtualServer',
  nature: 'access',
  created: verdict('exposure', 'a way in from outside is opened', servers),
  deleted: verdict('downtime', 'its host leads to nobody any more', servers),
  rows: [
    ...plainRows,
    ...fine('policies', 'gunzip', 'host'),
    ...tell(replaced, 'exposure', servers, { host: 'callers of another host are let in' }),
    ...tell(replaced, 'downtime', servers, { host: 'callers of the host before find nobody' }),
    ...tell(toMatching(/^\*/), 'exposure', servers, { host: 'callers of every host below it are let in' }),
    ...tell(changed, 'exposure', servers, {
      ingressClassName: 'another controller lets callers in, with guards of its own',
      listener: 'callers come in by other ports, maybe without TLS',
    }),
    ...tell(changed, 'downtime', servers, {
      ingressClassName: 'the controller before does not answer any more',
    }),
    ...tell(removed, 'exposure', servers, {
      'tls.secret': 'the host is served without TLS, or with a certificate of the controller',
      tls: 'the host is served without TLS',
    }),
    ...tell(turnedOff, 'exposure', servers, {
      'tls.redirect.enable': 'callers without TLS are not sent on to it',
    }),
    ...tell(removed, 'exposure', policies, { 'policies[]': 'the policy does not guard the host any more' }),
    ...tell(replaced, 'exposure', policies, {
      'policies[].namespace': 'a policy of another namespace guards the host',
    }),
    ...tell(present, 'exposure', servers, { '{http-snippets,server-snippets}': snippets }),
    ...tell(to(true), 'exposure', servers, { 'externalDNS.enable': 'the host is published in DNS' }),
    ...tell(turnedOff, 'downtime', servers, { 'externalDNS.enable': 'the host is taken out of DNS' }),
    ...upstreamRows,
    ...routeRows('routes'),
  ],
};

const virtualServerRoute: Knowledge = {
  group: 'k8s.nginx.org',
  kind: 'VirtualServerRoute',
  nature: 'access',
  created: verdict('exposure', 'a way in from outside is opened', servers),
  deleted: verdict('downtime', 'its paths lead to nobody any more', servers),
  rows: [
    ...plainRows,
    ...tell(changed, 'exposure', servers, {
      host: 'callers of another host are let in',
      ingressClassName: 'another controller lets callers in, with guards of its own',
    }),
    // By its labels a VirtualServer selects it (NIC: `routeSelector`).
    ...metadata.tell(ofKept(another), 'exposure', servers, {
      [sharedRoute]: 'a host that is shared may take its paths up',
    }),
    ...metadata.tell(ofKept(either(removed, replaced)), 'downtime', servers, {
      [sharedRoute]: 'the shared host does not know its paths any more',
    }),
    ...upstreamRows,
    ...routeRows('subroutes'),
  ],
};

export const nginx: readonly Knowledge[] = [virtualServer, virtualServerRoute];
