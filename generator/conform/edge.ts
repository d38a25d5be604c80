// What NGINX Ingress Controller's objects say of where requests go. Knows its fields; refuses to judge them.

import type { Path } from '../model/source.ts';
import type { Cluster } from './cluster.ts';
import type { RenderedObject } from './object.ts';

export interface Upstream {
  readonly name: string;
  readonly service: string;
  readonly port: number;
}

interface Route {
  readonly path: string;
  readonly policies?: readonly { readonly name: string }[];
  readonly action?: { readonly proxy?: { readonly upstream: string } };
}

interface Routes {
  readonly metadata?: { readonly namespace?: string };
  readonly spec: {
    readonly policies?: readonly { readonly name: string }[];
    readonly upstreams?: readonly Upstream[];
    readonly routes?: readonly Route[];
    readonly subroutes?: readonly Route[];
  };
}

export interface RoutedObject {
  readonly object: RenderedObject<Routes>;
  readonly upstreams: readonly Upstream[];
  readonly routes: readonly { readonly route: Route; readonly path: Path }[];
  readonly policies: readonly { readonly name: string; readonly path: Path }[];
}

/** Every VirtualServer and VirtualServerRoute. */
export function listRouted(cluster: Cluster): RoutedObject[] {
  const kinds = ['VirtualServer', 'VirtualServerRoute'];
  return kinds.flatMap((kind) => cluster.of<Routes>(`k8s.nginx.org/${kind}`)).map(read);
}

function read(object: RenderedObject<Routes>): RoutedObject {
  const { policies = [], upstreams = [], ...spec } = object.value.spec;
  const lists = [
    { key: 'routes', items: spec.routes ?? [] },
    { key: 'subroutes', items: spec.subroutes ?? [] },
  ];
  const routes = lists.flatMap(({ key, items }) =>
    items.map((route, index) => ({ route, path: ['spec', key, index] })),
  );
  const places = [
    { named: policies, path: ['spec'] },
    ...routes.map(({ route, path }) => ({ named: route.policies ?? [], path })),
  ];
  return {
    object,
    upstreams,
    routes,
    policies: places.flatMap(({ named, path }) =>
      named.map(({ name }, index) => ({ name, path: [...path, 'policies', index] })),
    ),
  };
}
