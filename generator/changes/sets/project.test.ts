// AppProjects and access policies of Argo CD as boxes: what they permit, asked for one thing at a time.
import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Box, box, covers } from './box.ts';
import { linesOf } from './casbin.ts';
import { permissionsOf } from './project.ts';
import { Texts } from './texts.ts';
import { Words } from './words.ts';

const test = suite('projects');

function boxesOf(spec: string): Box[] {
  return permissionsOf(load(spec) as object as Readonly<Record<string, unknown>>).flatMap(
    ({ boxes }) => boxes,
  );
}

function ask(about: string, sides: Readonly<Record<string, string>>): Box {
  return box(
    ['about', Words.of(about)],
    ...Object.entries(sides).map(([name, text]) => [name, Texts.of(text)] as const),
  );
}

test('where manifests come from', () => {
  const rows: [list: string, url: string, isPermitted: boolean][] = [
    ['["*"]', 'https://git.example/a/b', true],
    ['[https://git.example/a/b]', 'https://git.example/a/b', true],
    ['[https://git.example/a/b.git]', 'https://git.example/a/b', true],
    ['["https://git.example/a/*"]', 'https://git.example/a/b', true],
    ['["https://git.example/*"]', 'https://git.example/a/b', false],
    ['["https://git.example/**"]', 'https://git.example/a/b', true],
    ['["*", "!https://git.example/**"]', 'https://git.example/a/b', false],
    ['["*", "!https://git.example/**"]', 'https://other.example/a', true],
    // One that only denies lets the rest in, whatever else is listed.
    ['[https://git.example/a, "!https://git.example/b"]', 'https://other.example/c', true],
    ['[]', 'https://git.example/a', false],
  ];
  for (const [list, repository, isPermitted] of rows) {
    assert.is(
      covers(boxesOf(`sourceRepos: ${list}`), ask('sourceRepos', { repository })),
      isPermitted,
      `${list} ${repository}`,
    );
  }
});

test('where objects go to', () => {
  const at = (server: string, namespace: string) => ask('destinations', { server, namespace });
  const here = 'https://kubernetes.default.svc';
  const rows: [list: string, asked: Box, isPermitted: boolean][] = [
    [`[{server: "${here}", namespace: a}]`, at(here, 'a'), true],
    [`[{server: "${here}", namespace: a}]`, at(here, 'b'), false],
    ['[{name: in-cluster, namespace: a}]', at(here, 'a'), true],
    ['[{server: "*", namespace: "t-*"}]', at(here, 't-a'), true],
    [
      '[{server: "*", namespace: "*"}, {server: "*", namespace: "!kube-system"}]',
      at(here, 'kube-system'),
      false,
    ],
    ['[{server: "*", namespace: "*"}, {server: "*", namespace: "!kube-system"}]', at(here, 'a'), true],
    ['[{server: "*", namespace: "!kube-system"}]', at(here, 'a'), true],
    ['[{server: "!https://b.example", namespace: "*"}]', at('https://b.example', 'a'), false],
  ];
  for (const [list, asked, isPermitted] of rows) {
    assert.is(covers(boxesOf(`destinations: ${list}`), asked), isPermitted, list);
  }
});

test('which kinds', () => {
  const kind = (about: string, group: string, name: string, object = 'x') =>
    ask(about, { group, kind: name, object });
  const rows: [spec: string, asked: Box, isPermitted: boolean][] = [
    ['{}', kind('namespace', 'apps', 'Deployment'), true],
    ['{namespaceResourceWhitelist: []}', kind('namespace', 'apps', 'Deployment'), false],
    [
      '{namespaceResourceWhitelist: [{group: apps, kind: "*"}]}',
      kind('namespace', 'apps', 'Deployment'),
      true,
    ],
    ['{namespaceResourceBlacklist: [{group: "", kind: Secret}]}', kind('namespace', '', 'Secret'), false],
    ['{namespaceResourceBlacklist: [{group: "", kind: Secret}]}', kind('namespace', '', 'ConfigMap'), true],
    ['{}', kind('cluster', '', 'Namespace'), false],
    [
      '{clusterResourceWhitelist: [{group: "", kind: Namespace, name: t-a}]}',
      kind('cluster', '', 'Namespace', 't-a'),
      true,
    ],
    [
      '{clusterResourceWhitelist: [{group: "", kind: Namespace, name: t-a}]}',
      kind('cluster', '', 'Namespace', 't-b'),
      false,
    ],
    [
      '{clusterResourceWhitelist: [{group: "*", kind: "*"}], clusterResourceBlacklist: [{group: "", kind: Node}]}',
      kind('cluster', '', 'Node'),
      false,
    ],
  ];
  for (const [spec, asked, isPermitted] of rows) assert.is(covers(boxesOf(spec), asked), isPermitted, spec);
});

test('lines of an access policy', () => {
  const lines = linesOf(
    '# who\np,role:a , applications,get, t-*/*, allow\np, b, *, *, *, deny\ng, c, role:a\n\nq, x\n',
  );
  assert.equal(
    lines.map(({ words, isDenial }) => [words, isDenial]),
    [
      ['p, role:a, applications, get, t-*/*, allow', false],
      ['p, b, *, *, *, deny', true],
      ['g, c, role:a', false],
    ],
  );
  const rows: [outer: string, inner: string, isCovered: boolean][] = [
    ['p, a, applications, *, */*, allow', 'p, a, applications, get, x/y, allow', true],
    ['p, a, applications, get, x/*, allow', 'p, a, applications, get, */*, allow', false],
    ['p, a, *, get, *, allow', 'p, b, logs, get, x/y, allow', false],
    ['g, a, role:admin', 'g, a, role:admin', true],
    ['g, a, role:admin', 'g, b, role:admin', false],
  ];
  for (const [outer, inner, isCovered] of rows) {
    const [boxes, [one]] = [linesOf(outer).map((line) => line.box), linesOf(inner)];
    assert.is(covers(boxes, one?.box ?? new Map()), isCovered, `${outer} ${inner}`);
  }
  const [expression] = linesOf('p, a, applications, get, .*, allow', true);
  assert.not(
    covers(
      [expression?.box ?? new Map()],
      linesOf('p, a, applications, get, x, allow', true)[0]?.box ?? new Map(),
    ),
  );
});

test.run();
