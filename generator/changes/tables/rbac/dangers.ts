// Rights that are more than they look like, each said in words. Knows no role.
import { type Box, box, isDisjoint } from '../../sets/box.ts';
import type { Excess } from '../../sets/grants.ts';
import { type Right, rightsOf } from '../../sets/roles.ts';
import { Words } from '../../sets/words.ts';

/** What whoever has the right can do, as the end of `whoever has the role …`. */
interface Danger {
  readonly rights: readonly Right[];
  readonly words: string;
}

const iam = 'rbac.authorization.k8s.io';

function danger(words: string, verbs: readonly string[], group: string, ...resources: string[]): Danger {
  return { words, rights: rightsOf([{ verbs, apiGroups: [group], resources }]) };
}

const writing = ['create', 'update', 'patch'];

/** See https://kubernetes.io/docs/concepts/security/rbac-good-practices/, “privilege escalation risks”. */
const dangers: readonly Danger[] = [
  danger('may read Secrets', ['get', 'list', 'watch'], '', 'secrets'),
  danger('may give itself more rights', ['escalate'], iam, 'roles', 'clusterroles'),
  danger('may bind itself to any role', ['bind'], iam, 'roles', 'clusterroles'),
  danger('may act as somebody else', ['impersonate'], '', 'users', 'groups', 'serviceaccounts', 'userextras'),
  danger('reaches every container through the kubelet', ['get', 'create'], '', 'nodes/proxy'),
  danger('may make tokens of service accounts', ['create'], '', 'serviceaccounts/token'),
  danger('may run commands in pods', ['get', 'create'], '', 'pods/exec', 'pods/attach'),
  danger('may start containers in pods', ['update', 'patch'], '', 'pods/ephemeralcontainers'),
  danger(
    'may change who may do what',
    writing,
    iam,
    'roles',
    'clusterroles',
    'rolebindings',
    'clusterrolebindings',
  ),
  danger(
    'may change what guards namespaces',
    ['update', 'patch'],
    '',
    'namespaces/status',
    'namespaces/finalize',
  ),
];

/** In words why new rights matter: `may read Secrets and may run commands in pods`. @param pieces what is new of the grant */
export function describeRights({ grant, pieces }: Excess): string {
  if (isUnbounded(grant.box))
    return isDisjoint(grant.box, resources) ? 'may call every path' : 'may do everything';
  const found = dangers.filter(({ rights }) =>
    rights.some((right) => pieces.some((piece) => !isDisjoint(piece, right.box))),
  );
  return found.length === 0 ? 'may do more' : found.map(({ words }) => words).join(' and ');
}

const resources = box(['about', Words.of('resources')]);

function isUnbounded(one: Box): boolean {
  return [...one.keys()].every((dimension) => dimension === 'about');
}
