// What the two NGINX controllers read off an Ingress's annotations. An annotation of theirs that is not here is unknown.
import { added, changed, either, from, removed, replaced } from '../directions.ts';
import type { Row } from '../knowledge.ts';
import { letsInMoreCallers } from './callers.ts';
import { below } from './tell.ts';
import { gains, loses, present } from './ways.ts';

const community = 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration';
const risks = `${community}/annotations-risk/`;
const annotations = `${community}/annotations/`;
const f5 = 'https://docs.nginx.com/nginx-ingress-controller/configuration/ingress-resources';
const advanced = `${f5}/advanced-configuration-with-annotations/`;

const { tell, fine } = below('metadata');
const nginx = (name: string) => `annotations["nginx.ingress.kubernetes.io/${name}"]`;
const org = (name: string) => `annotations["nginx.org/${name}"]`;

export const nginxAnnotationRows: readonly Row[] = [
  ...fine(
    nginx('{proxy-body-size,proxy-buffer-size,proxy-connect-timeout,proxy-read-timeout,proxy-send-timeout}'),
    org('{client-max-body-size,proxy-connect-timeout,proxy-read-timeout,proxy-send-timeout,lb-method}'),
    nginx('{whitelist-source-range,server-alias,auth-url,auth-type,auth-secret,auth-tls-secret}'),
    nginx('{ssl-redirect,force-ssl-redirect,limit-rps,limit-connections}'),
    org('{policies,redirect-to-https}'),
  ),
  ...tell(letsInMoreCallers, 'exposure', annotations, {
    [nginx('whitelist-source-range')]: 'more addresses may call',
  }),
  ...tell(present, 'exposure', risks, {
    [nginx('{configuration-snippet,server-snippet,auth-snippet}')]:
      'it may set anything in NGINX, for all tenants',
    [org('{server-snippets,location-snippets}')]: 'it may set anything in NGINX, for all tenants',
  }),
  ...tell(gains, 'exposure', risks, { [nginx('server-alias')]: 'callers of another host are let in' }),
  ...tell(either(replaced, removed), 'exposure', annotations, {
    [nginx('{auth-url,auth-type,auth-secret,auth-tls-secret}')]:
      'callers prove who they are in another way, or not at all',
    [nginx('{limit-rps,limit-connections}')]: 'a caller may send more, or without end',
  }),
  ...tell(from('on'), 'exposure', annotations, {
    [nginx('auth-tls-verify-client')]: 'callers need no certificate any more',
  }),
  ...tell(from('true'), 'exposure', annotations, {
    [nginx('{ssl-redirect,force-ssl-redirect}')]: 'callers without TLS are not sent on to it',
    [org('redirect-to-https')]: 'callers without TLS are not sent on to it',
  }),
  ...tell(either(added, replaced), 'exposure', annotations, {
    [nginx('cors-allow-origin')]: 'pages of other origins may call on behalf of their readers',
  }),
  ...tell(changed, 'exposure', annotations, {
    [nginx('{rewrite-target,use-regex}')]: 'calls reach other paths',
  }),
  ...tell(changed, 'downtime', annotations, {
    [nginx('{service-upstream,upstream-vhost}')]: 'the mesh may not know the call, and refuse it',
    [org('use-cluster-ip')]: 'the mesh may not know the call, and refuse it',
  }),
  ...tell(loses, 'exposure', advanced, { [org('policies')]: 'a policy does not guard the host any more' }),
];
