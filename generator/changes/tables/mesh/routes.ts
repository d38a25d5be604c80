// Where requests go: VirtualService and Gateway.
import { added, changed, either, lowered, removed, replaced, to, toMatching } from '../../directions.ts';
import type { Knowledge } from '../../knowledge.ts';
import { duration, number, rank } from '../../measures.ts';
import { given } from '../depths.ts';
import { hollow } from '../hollow.ts';
import { verdict } from '../rows.ts';
import { below } from '../tell.ts';
import { turnedOff } from '../turns.ts';
import { exportRows, mesh } from './kind.ts';
import { gateways, virtualServices } from './source.ts';

/** Of all namespaces, or of one. */
const everyHost = /^(?:[^/]+\/)?\*$/;

/** No time-out at all, as a duration. */
const never = '100000h';

const { tell, fine } = below('spec');
const http = below('spec.http[]');

const httpRows = [
  ...http.tell(changed, 'exposure', virtualServices, {
    redirect: 'callers are sent elsewhere, or are not any more',
    delegate: 'another object decides where requests go',
    headers: 'the service sees other headers than the caller sent',
  }),
  ...http.tell(given, 'exposure', virtualServices, {
    '{mirror,mirrors}': 'another service gets a copy of the requests',
  }),
  ...http.tell(given, 'downtime', virtualServices, {
    fault: 'requests fail or wait on purpose',
    directResponse: 'the proxy answers instead of the service',
  }),
  ...http.tell(changed, 'downtime', virtualServices, { rewrite: 'the service gets other paths' }),
  ...http.tell(lowered(duration, never), 'downtime', virtualServices, {
    timeout: 'requests are given up sooner',
  }),
  ...http.tell(lowered(number, 2), 'downtime', virtualServices, {
    'retries.attempts': 'requests are tried less often',
  }),
  ...http.tell(added, 'exposure', virtualServices, {
    'corsPolicy.allowOrigins[]': 'pages of another site may call it from a browser',
  }),
  ...http.tell(to(true), 'exposure', virtualServices, {
    'corsPolicy.allowCredentials': 'pages of other sites may call it as whoever is logged in',
  }),
  ...http.fine('name', 'corsPolicy', 'retries', 'mirrorPercentage'),
];

const kinds = '{http,tcp,tls}[]';

const routeRows = [
  ...tell(changed, 'exposure', virtualServices, {
    [`${kinds}.match`]: 'other requests take this route',
  }),
  ...tell(either(replaced, added), 'exposure', virtualServices, {
    [`${kinds}.route[].destination.host`]: 'requests are sent to another service',
  }),
  ...tell(either(replaced, removed), 'downtime', virtualServices, {
    [`${kinds}.route[].destination.host`]: 'a service does not get these requests any more',
    [`${kinds}.route[].destination.{subset,port.number}`]: 'requests are sent to other pods or ports',
  }),
  ...fine(`${kinds}.route[].weight`, `${kinds}.route[].destination.{subset,port.number}`),
  ...hollow(...['http', 'tcp', 'tls'].flatMap((kind) => [`spec.${kind}`, `spec.${kind}[]`])),
];

const virtualService = mesh(
  'networking',
  'VirtualService',
  {
    created: verdict('exposure', 'requests for its hosts go where it says', virtualServices),
    deleted: verdict('downtime', 'requests for its hosts are not routed any more', virtualServices),
  },
  [
    ...tell(toMatching(everyHost), 'exposure', virtualServices, {
      'hosts[]': 'requests for every host go where this object says',
    }),
    ...tell(added, 'exposure', virtualServices, {
      'hosts[]': 'requests for the host go where this object says',
      'gateways[]': 'callers reach it through another gateway, or from the mesh',
    }),
    ...tell(removed, 'downtime', virtualServices, {
      'hosts[]': 'requests for the host are not routed any more',
      'gateways[]': 'callers behind the gateway do not reach it any more',
    }),
    ...tell(removed, 'exposure', virtualServices, { gateways: 'every pod of the mesh follows it' }),
    ...tell(to('mesh'), 'exposure', virtualServices, {
      'gateways[]': 'requests between pods go where it says',
    }),
    ...exportRows(virtualServices),
    ...fine('exportTo'),
    ...httpRows,
    ...routeRows,
  ],
);

const server = below('spec.servers[]');
const tls = below('spec.servers[].tls');

/** From what nothing is checked of to what takes a certificate of the caller. */
const modes = rank('AUTO_PASSTHROUGH', 'PASSTHROUGH', 'SIMPLE', 'OPTIONAL_MUTUAL', 'MUTUAL', 'ISTIO_MUTUAL');
const versions = rank('TLSV1_0', 'TLSV1_1', 'TLSV1_2', 'TLSV1_3');

const serverRows = [
  ...server.tell(toMatching(everyHost), 'exposure', gateways, { 'hosts[]': 'every host is let in' }),
  ...server.tell(added, 'exposure', gateways, { 'hosts[]': 'another host is let in' }),
  ...server.tell(removed, 'downtime', gateways, { 'hosts[]': 'the host is not let in any more' }),
  ...server.tell(to('HTTP', 'TCP'), 'exposure', gateways, {
    'port.protocol': 'the port is served without TLS',
  }),
  ...server.tell(replaced, 'exposure', gateways, { 'port.number': 'another port is open' }),
  ...server.tell(replaced, 'downtime', gateways, {
    'port.{number,protocol,targetPort}': 'callers of the old port find nobody',
  }),
  ...server.tell(changed, 'exposure', gateways, {
    '{bind,defaultEndpoint}': 'requests come in, or go on, at another address',
  }),
  ...server.fine('name', 'port.name', 'port.targetPort'),
  ...hollow('spec.servers', 'spec.servers[]', 'spec.servers[].tls'),
];

const tlsRows = [
  ...tls.tell(lowered(modes), 'exposure', gateways, { mode: 'less is asked of callers than before' }),
  ...tls.tell(removed, 'exposure', gateways, {
    mode: 'the port is served without TLS',
    'subjectAltNames[]': 'fewer names are checked, so that other callers get in',
  }),
  ...tls.tell(lowered(versions), 'exposure', gateways, {
    '{minProtocolVersion,maxProtocolVersion}': 'an older version of TLS is taken',
  }),
  ...tls.tell(turnedOff, 'exposure', gateways, {
    httpsRedirect: 'callers without TLS are not sent to TLS any more',
  }),
  ...tls.tell(to(true), 'exposure', gateways, {
    insecureSkipVerify: 'certificates of callers are not checked',
  }),
  ...tls.tell(changed, 'exposure', gateways, {
    '{caCertificates,caCertCredentialName,caCrl}': 'other certificates of callers are taken',
    cipherSuites: 'other ciphers are taken',
  }),
  ...tls.tell(changed, 'downtime', gateways, {
    '{credentialName,credentialNames,serverCertificate,privateKey}': 'callers see another certificate',
  }),
  ...tls.fine('mode', 'subjectAltNames', '{minProtocolVersion,maxProtocolVersion}'),
];

const gateway = mesh(
  'networking',
  'Gateway',
  {
    created: verdict('exposure', 'its hosts are let in from outside the mesh', gateways),
    deleted: verdict('downtime', 'its hosts are not let in any more', gateways),
  },
  [
    ...tell(changed, 'exposure', gateways, { selector: 'other proxies let its hosts in' }),
    ...tell(changed, 'downtime', gateways, { selector: 'the proxies that let its hosts in do so no more' }),
    ...serverRows,
    ...tlsRows,
  ],
);

export const routes: readonly Knowledge[] = [virtualService, gateway];
