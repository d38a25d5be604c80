// What each parameter of Argo CD's components does. Read in docs/operator-manual/argocd-cmd-params-cm.yaml of v3.5.3.
import { direction, lowered } from '../../directions.ts';
import { number } from '../../measures.ts';
import { gains } from '../ways.ts';
import { mayDelete } from './sets-policy.ts';
import { another, off, on, onAgain, type Setting, settingsOf } from './setting.ts';
import { parameters as page } from './source.ts';

const { tell, fine } = settingsOf('cmd-params-cm', page);

const loosened = direction(
  'loosened',
  (before, after) => !mayDelete(before || undefined) && mayDelete(after || undefined),
);

export const parameters: readonly Setting[] = [
  ...tell(on, 'exposure', {
    'server\\.disable\\.auth': 'whoever reaches Argo CD needs no account',
    'server\\.insecure|(?:reposerver|dexserver)\\.disable\\.tls': 'the component is served without TLS',
    '.+\\.plaintext|otlp\\.insecure': 'components talk to each other without TLS',
    'reposerver\\.allow\\.oob\\.symlinks': 'links in a repository may lead out of it',
    'server\\.enable\\.proxy\\.extension': 'Argo CD hands requests on to other services',
    '.+\\.profile\\.enabled': 'the component tells what is in its memory',
    'hydrator\\.enabled': 'Argo CD may write to repositories',
  }),
  ...tell(off, 'exposure', {
    '.+\\.strict\\.tls': 'whoever answers is taken for the component',
    'applicationsetcontroller\\.enable\\.tokenref\\.strict\\.mode': 'any Secret may be used as a token',
  }),
  ...tell(onAgain, 'exposure', {
    'applicationsetcontroller\\.enable\\.scm\\.providers':
      'somebody outside may decide which Applications there are',
    '(?:applicationsetcontroller|reposerver)\\.enable\\.git\\.submodule':
      'manifests may come from other repositories',
  }),
  ...tell(lowered(number), 'exposure', { '.+\\.tls\\.minversion': 'an older version of TLS is taken' }),
  ...tell(another, 'exposure', {
    '.+\\.tls\\.ciphers': 'other ciphers are taken',
    '(?:repo|redis|commit|server\\.dex)\\.server|otlp\\.address': 'components talk to somebody else',
    'server\\.(?:api\\.content\\.types|x\\.frame\\.options)': 'other sites may act as whoever is logged in',
    'applicationsetcontroller\\.(?:allowed\\.scm\\.providers|scm\\.root\\.ca\\.path)':
      'somebody else outside may decide which Applications there are',
  }),
  ...tell(gains, 'exposure', {
    'application\\.namespaces|applicationsetcontroller\\.namespaces':
      'whoever may write Applications in the namespace steers Argo CD',
  }),
  ...tell(onAgain, 'data-loss', {
    'server\\.sync\\.replace\\.allowed': 'people may delete objects and make them anew by a sync',
  }),
  ...tell(loosened, 'data-loss', {
    'applicationsetcontroller\\.policy':
      'whatever ApplicationSet does not say otherwise may delete Applications',
  }),
  ...tell(on, 'data-loss', {
    'applicationsetcontroller\\.enable\\.policy\\.override': 'each ApplicationSet decides what it deletes',
  }),
  ...tell(another, 'data-loss', {
    'applicationsetcontroller\\.enable\\.new\\.git\\.file\\.globbing':
      'other files are found: Applications go, with their objects',
  }),
  ...tell(off, 'downtime', {
    'applicationsetcontroller\\.enable\\.progressive\\.syncs': 'all Applications change at once',
  }),
  ...tell(on, 'stuck', { 'applicationsetcontroller\\.dryrun': 'no Application is changed any more' }),
  ...fine(
    '.*log\\.(?:format|level).*|.+\\.(?:processors|limit|expiration|debug)|.+\\.limit\\.max',
    '.+\\.(?:timeout|interval|backoff|retry|seconds|factor|size|max)(?:\\..+)?',
    'controller\\.(?:diff\\.server\\.side|resource\\.health\\.persist|sharding\\.algorithm)',
    'controller\\.cluster\\.cache\\..+|redis\\.(?:compression|db)',
    'server\\.(?:basehref|rootpath|staticassets|enable\\.gzip)|reposerver\\.include\\.hidden\\.directories',
    'applicationsetcontroller\\.(?:enable\\.leader\\.election|requeue\\.after)',
    'reposerver\\.plugin\\..+',
  ),
];
