// Ways in from outside that Ingress opens, and IngressClass. What AWS's and NGINX's controllers read off annotations has
// tables of its own beside this one.
import {
  added,
  changed,
  either,
  from,
  lowered,
  ofKept,
  removed,
  replaced,
  to,
  toMatching,
} from '../directions.ts';
import type { Knowledge, Manifest } from '../knowledge.ts';
import { rank } from '../measures.ts';
import { albRows } from './alb.ts';
import { identityRows, plainRows } from './common.ts';
import { nginxAnnotationRows } from './nginx-annotations.ts';
import { type Finding, found, judgeEach, textsAt, valueAt } from './pairwise.ts';
import { harmless, noHarm, verdict } from './rows.ts';
import { below } from './tell.ts';
import { validation } from './upstream.ts';
import { present } from './ways.ts';

const ingresses = 'https://kubernetes.io/docs/concepts/services-networking/ingress/';
const controller = 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress';
const names = 'https://kubernetes-sigs.github.io/external-dns/latest/docs/annotations/annotations/';

const { tell, fine } = below('spec');
const annotations = below('metadata');

/** The last member of a group takes the load balancer with it, and deletion protection does not keep it. */
function balancerLost(before: Manifest | undefined, after: Manifest | undefined): Finding[] {
  if (before === undefined || after !== undefined) return [];
  const known = [valueAt(before, 'spec', 'ingressClassName'), ...Object.keys(annotationsOf(before))];
  if (!known.some((word) => /^alb(?:\.ingress\.kubernetes\.io\/.*)?$/.test(String(word)))) return [];
  const reason = 'a load balancer without members is deleted, and its DNS name does not come back';
  return [found('spec', 'data-loss', reason, `${controller}/annotations/#ingressgroup`)];
}

function annotationsOf(ingress: Manifest): object {
  const found = valueAt(ingress, 'metadata', 'annotations');
  return typeof found === 'object' && found !== null ? found : {};
}

function tlsLost(before: Manifest | undefined, after: Manifest | undefined): Finding[] {
  if (before === undefined || after === undefined) return [];
  const lost = hostsOf(after, 'rules').filter((host) => hasTls(before, host) && !hasTls(after, host));
  return lost.map((host) => found('spec.tls', 'exposure', `${host} is served without TLS`, ingresses));
}

function hasTls(ingress: Manifest, host: string): boolean {
  const hosts = hostsOf(ingress, 'tls');
  return hosts.includes(host) || hosts.includes(host.replace(/^[^.]+/, '*'));
}

/** @param list `rules`, which have one host each, or `tls`, which have several */
function hostsOf(ingress: Manifest, list: 'rules' | 'tls'): string[] {
  const items = valueAt(ingress, 'spec', list);
  if (!Array.isArray(items)) return [];
  return items.flatMap((item) =>
    list === 'tls' ? textsAt(item, 'hosts') : String(valueAt(item, 'host') ?? '*'),
  );
}

const ingress: Knowledge = {
  group: 'networking.k8s.io',
  kind: 'Ingress',
  nature: 'access',
  created: verdict('exposure', 'a way in from outside is opened', ingresses),
  deleted: verdict('downtime', 'its hosts lead to nobody any more', ingresses),
  judge: judgeEach((before, after) => [...balancerLost(before, after), ...tlsLost(before, after)]),
  rows: [
    ...identityRows,
    ...harmless('metadata.annotations["external-dns.alpha.kubernetes.io/ttl"]'),
    ...albRows,
    ...nginxAnnotationRows,
    ...tell(changed, 'exposure', ingresses, {
      ingressClassName: 'another controller lets callers in, with guards of its own',
    }),
    ...tell(ofKept(either(replaced, removed)), 'exposure', ingresses, {
      'rules[].http.paths[].backend.**': 'calls reach another service',
    }),
    ...tell(changed, 'downtime', ingresses, {
      ingressClassName: 'the controller before does not answer any more',
    }),
    ...tell(either(added, replaced), 'exposure', ingresses, {
      'rules[].host': 'callers of another host are let in',
      'rules[].http.paths[].path': 'callers of another path are let in',
    }),
    ...tell(toMatching(/^\*/), 'exposure', ingresses, {
      'rules[].host': 'callers of every host below it are let in',
    }),
    ...tell(present, 'exposure', ingresses, {
      defaultBackend: 'callers of any host that nobody else has are let in',
    }),
    ...tell(either(removed, replaced), 'downtime', ingresses, {
      'rules[].host': 'callers of the host find nobody',
      'rules[].http.paths[].path': 'callers of the path find nobody',
      defaultBackend: 'callers of other hosts find nobody',
    }),
    ...tell(ofKept(removed), 'exposure', ingresses, {
      'rules[].host': 'rules without a host are for every host',
    }),
    ...tell(lowered(rank('ImplementationSpecific', 'Prefix', 'Exact')), 'exposure', ingresses, {
      'rules[].http.paths[].pathType': 'callers of paths below it are let in',
    }),
    ...fine('tls'),
    ...annotations.tell(present, 'exposure', names, {
      'annotations["external-dns.alpha.kubernetes.io/hostname"]': 'another public name leads to it',
    }),
    ...annotations.tell(removed, 'downtime', names, {
      'annotations["external-dns.alpha.kubernetes.io/hostname"]':
        'the public name does not lead to it any more',
    }),
  ],
};

const ingressClass: Knowledge = {
  group: 'networking.k8s.io',
  kind: 'IngressClass',
  nature: 'access',
  created: noHarm,
  deleted: verdict('downtime', 'no controller answers for its ingresses any more', ingresses),
  rows: [
    ...plainRows,
    ...tell(changed, 'rejected', validation('networking'), {
      controller: 'the controller of a class cannot change',
    }),
    ...tell(changed, 'exposure', ingresses, { parameters: 'all of its ingresses get other settings' }),
    ...annotations.tell(to('true'), 'exposure', ingresses, {
      'annotations["ingressclass.kubernetes.io/is-default-class"]':
        'ingresses that name no class are opened by it',
    }),
    ...annotations.tell(from('true'), 'downtime', ingresses, {
      'annotations["ingressclass.kubernetes.io/is-default-class"]':
        'ingresses that name no class are opened by nobody',
    }),
  ],
};

export const ingressTables: readonly Knowledge[] = [ingress, ingressClass];
