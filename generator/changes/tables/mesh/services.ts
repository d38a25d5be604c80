// How services inside and outside the mesh are called: DestinationRule, ServiceEntry and Sidecar.
import { added, changed, either, lowered, removed, replaced, to, toMatching } from '../../directions.ts';
import type { Knowledge, Row } from '../../knowledge.ts';
import { duration, number, rank } from '../../measures.ts';
import { hollow } from '../hollow.ts';
import { verdict } from '../rows.ts';
import { below } from '../tell.ts';
import { exportRows, mesh } from './kind.ts';
import { destinationRules, serviceEntries, sidecars } from './source.ts';

const { tell, fine } = below('spec');

/** From plain text to a certificate of the mesh. */
const modes = rank('DISABLE', 'SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL');
/** Envoy's default: none. */
const unlimited = 4_294_967_295;

/** @param place of a traffic policy: the host's, a subset's or a port's */
function policyRows(place: string): Row[] {
  const policy = below(place);
  const pool = below(`${place}.connectionPool`);
  return [
    ...policy.tell(lowered(modes), 'exposure', destinationRules, { 'tls.mode': 'calls are protected less' }),
    ...policy.tell(to('DISABLE'), 'exposure', destinationRules, { 'tls.mode': 'calls are not encrypted' }),
    ...policy.tell(removed, 'exposure', destinationRules, { 'tls.mode': 'nothing asks for TLS any more' }),
    ...policy.tell(to(true), 'exposure', destinationRules, {
      'tls.insecureSkipVerify': 'whoever answers is taken for the service',
    }),
    ...policy.tell(changed, 'exposure', destinationRules, {
      'tls.{caCertificates,caCrl,credentialName,subjectAltNames,sni}': 'another server may answer for it',
    }),
    ...pool.tell(lowered(number, unlimited), 'downtime', destinationRules, {
      'tcp.maxConnections': 'calls wait or fail once there are fewer connections',
      'http.{http1MaxPendingRequests,http2MaxRequests,maxRetries}': 'fewer calls at a time succeed',
    }),
    ...pool.tell(lowered(duration), 'downtime', destinationRules, {
      'tcp.{connectTimeout,idleTimeout,maxConnectionDuration}': 'connections are given up sooner',
    }),
    ...policy.tell(changed, 'downtime', destinationRules, {
      outlierDetection: 'pods are taken out sooner, or broken ones are kept',
      'loadBalancer.consistentHash': 'sessions go to other pods',
    }),
    ...policy.fine('connectionPool', 'loadBalancer.{simple,localityLbSetting,warmup}', 'port.number'),
    ...hollow(`${place}.tls`, `${place}.loadBalancer`, place),
  ];
}

const destinationRule = mesh(
  'networking',
  'DestinationRule',
  {
    created: verdict('neutral', 'its settings are told by themselves', destinationRules),
    deleted: verdict(
      'exposure',
      'nothing says any more how its host is called, with TLS or without',
      destinationRules,
    ),
  },
  [
    ...tell(changed, 'exposure', destinationRules, {
      host: 'the old host is called without its settings',
      workloadSelector: 'other callers follow its settings',
      'trafficPolicy.{tunnel,proxyProtocol}': 'calls go through another proxy',
    }),
    ...exportRows(destinationRules),
    ...fine('exportTo', 'subsets[].name'),
    ...tell(removed, 'downtime', destinationRules, {
      'subsets[].name': 'routes to the subset find no pods',
    }),
    ...tell(either(replaced, added, removed), 'downtime', destinationRules, {
      'subsets[].labels.*': 'other pods answer for the subset',
    }),
    ...policyRows('spec.trafficPolicy'),
    ...policyRows('spec.trafficPolicy.portLevelSettings[]'),
    ...policyRows('spec.subsets[].trafficPolicy'),
    ...hollow(
      'spec.subsets',
      'spec.subsets[]',
      'spec.subsets[].labels',
      'spec.trafficPolicy.portLevelSettings',
    ),
  ],
);

const serviceEntry = mesh(
  'networking',
  'ServiceEntry',
  {
    created: verdict('exposure', 'pods reach hosts that the mesh did not know', serviceEntries),
    deleted: verdict('downtime', 'pods do not reach its hosts any more', serviceEntries),
  },
  [
    ...tell(added, 'exposure', serviceEntries, {
      'hosts[]': 'pods reach another host, or are sent elsewhere for one of the mesh',
      'ports[].number': 'pods reach another port of it',
    }),
    ...tell(toMatching(/\.svc(?:\.|$)/), 'exposure', serviceEntries, {
      'hosts[]': 'calls for a service of the mesh are sent elsewhere',
    }),
    ...tell(removed, 'downtime', serviceEntries, {
      'hosts[]': 'pods do not reach the host any more',
      'ports[].number': 'pods do not reach the port any more',
      'endpoints[].address': 'one address fewer answers for it',
    }),
    ...tell(either(added, replaced), 'exposure', serviceEntries, {
      'endpoints[].address': 'calls for the host go to another address',
    }),
    ...tell(changed, 'exposure', serviceEntries, {
      addresses: 'calls to other addresses are taken for calls of it',
      location: 'calls are taken for inside or outside the mesh, with or without mTLS',
      workloadSelector: 'other pods answer for the host',
      '{endpoints[].ports,ports[].targetPort}': 'calls for the host go to another port',
    }),
    // Of a new entry `addresses` say which these are.
    ...tell({ ...to('NONE'), tellsOfNew: false }, 'exposure', serviceEntries, {
      resolution: 'calls for the host go to whatever address the caller names',
    }),
    ...tell(replaced, 'downtime', serviceEntries, {
      resolution: 'addresses of the host are found in another way',
    }),
    ...tell(removed, 'exposure', serviceEntries, {
      'subjectAltNames[]': 'the server is not checked for the name any more',
    }),
    ...exportRows(serviceEntries),
    ...fine('exportTo', 'subjectAltNames', 'ports[].{name,protocol}', 'resolution'),
    ...fine('endpoints[].{labels,locality,network,weight}'),
    ...hollow('spec.endpoints', 'spec.endpoints[]'),
  ],
);

const sidecar = mesh(
  'networking',
  'Sidecar',
  {
    created: verdict('downtime', 'pods reach only the services that it lists', sidecars),
    deleted: verdict('exposure', 'pods reach every service that the mesh knows', sidecars),
  },
  [
    ...tell(either(added, replaced), 'exposure', sidecars, {
      'egress[].hosts[]': 'pods reach more services',
    }),
    ...tell(to('*/*'), 'exposure', sidecars, { 'egress[].hosts[]': 'pods reach every service of the mesh' }),
    ...tell(removed, 'downtime', sidecars, { 'egress[].hosts[]': 'pods do not reach the services any more' }),
    ...tell(removed, 'exposure', sidecars, { egress: 'pods reach every service that the mesh knows' }),
    ...tell(to('ALLOW_ANY'), 'exposure', sidecars, {
      'outboundTrafficPolicy.mode': 'pods reach what the mesh does not know',
    }),
    ...tell(removed, 'exposure', sidecars, {
      'outboundTrafficPolicy.mode': 'the mesh decides whether pods reach what it does not know',
    }),
    ...tell(to('REGISTRY_ONLY'), 'downtime', sidecars, {
      'outboundTrafficPolicy.mode': 'pods do not reach what the mesh does not know',
    }),
    ...tell(changed, 'exposure', sidecars, {
      workloadSelector: 'other pods follow it',
      'outboundTrafficPolicy.egressProxy': 'calls leave through another proxy',
      ingress: 'what comes in is let in, or sent on, in another way',
    }),
    ...tell(to('NONE'), 'exposure', sidecars, { 'egress[].captureMode': 'calls leave past the proxy' }),
    ...tell(lowered(number, unlimited), 'downtime', sidecars, {
      'inboundConnectionPool.tcp.maxConnections': 'callers beyond fewer connections wait or fail',
      'inboundConnectionPool.http.{http1MaxPendingRequests,http2MaxRequests}':
        'fewer calls at a time succeed',
    }),
    ...fine('egress[].{bind,captureMode,port}', 'inboundConnectionPool', 'outboundTrafficPolicy.mode'),
    ...hollow('spec', 'spec.egress[]', 'spec.egress[].hosts', 'spec.outboundTrafficPolicy'),
  ],
);

export const services: readonly Knowledge[] = [destinationRule, serviceEntry, sidecar];
