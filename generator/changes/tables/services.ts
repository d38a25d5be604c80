// How pods are found: Service, and the security groups that AWS holds around pods: SecurityGroupPolicy.
import { added, changed, either, from, lowered, ofSame, removed, replaced, to } from '../directions.ts';
import type { Knowledge, Manifest } from '../knowledge.ts';
import { rank } from '../measures.ts';
import { letsInMore, letsInMoreCallers } from './callers.ts';
import { plainRows } from './common.ts';
import { type Finding, found, judgeEach, textsAt, valueAt } from './pairwise.ts';
import { noHarm, verdict } from './rows.ts';
import { below } from './tell.ts';
import { validation } from './upstream.ts';
import { present } from './ways.ts';

const services = 'https://kubernetes.io/docs/concepts/services-networking/service/';
const external = 'https://github.com/kubernetes/kubernetes/issues/97076';
const balancers =
  'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/';
const names = 'https://kubernetes-sigs.github.io/external-dns/latest/docs/annotations/annotations/';
const scopes = 'https://istio.io/latest/docs/reference/config/annotations/';
const groups = 'https://docs.aws.amazon.com/eks/latest/userguide/security-groups-for-pods.html';

const { tell, fine } = below('spec');
const annotations = below('metadata');
const aws = 'service.beta.kubernetes.io/aws-load-balancer';

/** What fields say only together with the type: only then may callers from outside come. */
function openedByType(before: Manifest | undefined, after: Manifest | undefined): Finding[] {
  if (before === undefined || after === undefined) return [];
  const [old, now] = [valueAt(before, 'spec', 'type'), valueAt(after, 'spec', 'type')];
  if (old !== now || (now !== 'LoadBalancer' && now !== 'NodePort')) return [];
  const ports = portsOf(after).filter((port) => !portsOf(before).includes(port));
  const [ranges, others] = [before, after].map((side) => textsAt(side, 'spec', 'loadBalancerSourceRanges'));
  const kinds = [before, after].map((side) => valueAt(side, 'spec', 'loadBalancerClass'));
  const wider = letsInMore(ranges ?? [], others ?? []);
  const another = now === 'LoadBalancer' && kinds[0] !== kinds[1];
  return [
    ...ports.map((port) =>
      found('spec.ports', 'exposure', `port ${port} is open to callers from outside`, services),
    ),
    ...(wider
      ? [found('spec.loadBalancerSourceRanges', 'exposure', 'more addresses may call', services)]
      : []),
    ...(another
      ? [found('spec.loadBalancerClass', 'rejected', 'the class cannot change once set', validation('core'))]
      : []),
  ];
}

function portsOf(service: Manifest): string[] {
  const ports = valueAt(service, 'spec', 'ports');
  return Array.isArray(ports) ? ports.map((port) => String(valueAt(port, 'port'))) : [];
}

const service: Knowledge = {
  group: '',
  kind: 'Service',
  nature: 'access',
  created: noHarm,
  deleted: verdict('downtime', 'its name does not resolve any more', services),
  judge: judgeEach(openedByType),
  rows: [
    ...plainRows,
    ...fine(
      'type',
      'ports',
      'externalIPs',
      'loadBalancerSourceRanges',
      'loadBalancerClass',
      'ipFamilyPolicy',
    ),
    ...fine('ipFamilies', 'externalTrafficPolicy', 'healthCheckNodePort', 'allocateLoadBalancerNodePorts'),
    ...fine('internalTrafficPolicy', 'trafficDistribution', 'sessionAffinity', 'sessionAffinityConfig'),
    ...fine('publishNotReadyAddresses'),
    ...tell(either(added, replaced), 'rejected', validation('core'), {
      clusterIP: 'the address of a service cannot change once set',
    }),
    ...tell(removed, 'stuck', validation('core'), {
      clusterIP: 'the API server keeps the address that it has',
    }),
    ...tell(changed, 'rejected', validation('core'), {
      clusterIPs: 'addresses of a service cannot change once set',
    }),
    ...tell(replaced, 'rejected', validation('core'), {
      'ipFamilies[]': 'the first family of addresses cannot change',
    }),
    ...tell(to('LoadBalancer'), 'exposure', services, {
      type: 'a load balancer lets callers in from outside',
    }),
    ...tell(to('LoadBalancer'), 'cost', services, { type: 'a load balancer is paid for' }),
    ...tell(to('NodePort'), 'exposure', services, { type: 'every node lets callers in from outside' }),
    ...tell(from('LoadBalancer', 'NodePort'), 'downtime', services, {
      type: 'callers from outside find nobody',
    }),
    ...tell(to('ExternalName'), 'exposure', services, {
      type: 'calls leave for a host outside of the cluster',
    }),
    ...tell(present, 'exposure', services, { externalName: 'calls leave for another host' }),
    ...tell(present, 'exposure', external, {
      'externalIPs[]': 'traffic of the cluster to the address is taken over',
    }),
    ...tell(changed, 'exposure', services, { selector: 'calls reach other pods' }),
    ...tell(changed, 'downtime', services, { selector: 'pods that answered until now do not any more' }),
    ...tell(removed, 'downtime', services, { 'ports[]': 'callers of the port find nobody' }),
    ...tell(ofSame(changed), 'downtime', services, {
      'ports[].targetPort': 'calls reach another port of the pods',
      'ports[].nodePort': 'callers from outside find another port',
      'ports[].name': 'what names the port does not find it',
      'ports[].appProtocol': 'the mesh takes the traffic for another protocol',
    }),
    ...tell(to('Local'), 'downtime', services, {
      internalTrafficPolicy: 'callers on nodes without a pod of it find nobody',
    }),
    ...tell(to(true), 'downtime', services, {
      publishNotReadyAddresses: 'calls reach pods that are not ready',
    }),
    ...annotations.tell(either(added, replaced), 'exposure', scopes, {
      'annotations["networking.istio.io/exportTo"]': 'pods of other namespaces know the service in the mesh',
    }),
    ...annotations.tell(either(replaced, removed), 'downtime', scopes, {
      'annotations["networking.istio.io/exportTo"]': 'pods of a namespace may not find the service any more',
    }),
    ...annotations.tell(lowered(rank('internet-facing', 'internal'), 'internal'), 'exposure', balancers, {
      [`annotations["${aws}-scheme"]`]: 'the load balancer is reached from the internet',
    }),
    ...annotations.tell(either(replaced, removed), 'downtime', balancers, {
      [`annotations["${aws}-{scheme,type}"]`]: 'the load balancer is replaced by one with another name',
    }),
    ...annotations.tell(letsInMoreCallers, 'exposure', balancers, {
      'annotations["service.beta.kubernetes.io/load-balancer-source-ranges"]':
        'more addresses may call from outside',
    }),
    ...annotations.tell(changed, 'exposure', balancers, {
      [`annotations["${aws}-security-groups"]`]: 'other security groups decide who may call',
    }),
    ...annotations.tell(present, 'exposure', names, {
      'annotations["external-dns.alpha.kubernetes.io/hostname"]': 'another public name leads to it',
    }),
  ],
};

const securityGroupPolicy: Knowledge = {
  group: 'vpcresources.k8s.aws',
  kind: 'SecurityGroupPolicy',
  nature: 'access',
  created: verdict('downtime', 'pods that start from now on are held by other security groups', groups),
  deleted: verdict('exposure', 'pods that start from now on are held by the groups of their node', groups),
  rows: [
    ...plainRows,
    ...tell(added, 'exposure', groups, {
      'securityGroups.groupIds[]': 'another group lets traffic to the pods',
    }),
    ...tell(removed, 'downtime', groups, {
      'securityGroups.groupIds[]': 'traffic that the group let through is stopped',
    }),
    ...tell(changed, 'exposure', groups, {
      '{podSelector,serviceAccountSelector}':
        'pods that it does not select fall back to the groups of their node',
    }),
  ],
};

export const serviceTables: readonly Knowledge[] = [service, securityGroupPolicy];
