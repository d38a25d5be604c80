// NGINX finds what a route leads to: an upstream of the same object, at a port that its Service opens. Two routes of one
// object never have the same path.

import type { IService } from 'kubernetes-models/v1/Service';
import type { Cluster, Finding } from '../cluster.ts';
import { listRouted, type RoutedObject } from '../edge.ts';
import { namespaceOf } from '../object.ts';

export function check(cluster: Cluster): Finding[] {
  return listRouted(cluster).flatMap((routed) => [
    ...findUnknown(routed),
    ...findClosed(cluster, routed),
    ...findTwins(routed),
  ]);
}

function* findUnknown({ object, upstreams, routes }: RoutedObject): Generator<Finding> {
  for (const { route, path } of routes) {
    const name = route.action?.proxy?.upstream;
    if (name === undefined || upstreams.some((upstream) => upstream.name === name)) continue;
    yield { object, path: [...path, 'action'], message: `it has no upstream \`${name}\`.` };
  }
}

function* findClosed(cluster: Cluster, { object, upstreams }: RoutedObject): Generator<Finding> {
  for (const [index, { service: name, port }] of upstreams.entries()) {
    const service = cluster.find<IService>('/Service', namespaceOf(object), name);
    // A Service that is not there is `require-reference`'s.
    if (service === undefined || service.value.spec?.ports?.some((open) => open.port === port)) continue;
    yield {
      object,
      path: ['spec', 'upstreams', index, 'port'],
      message: `the Service \`${name}\` has no port ${port}.`,
      other: service,
    };
  }
}

function* findTwins({ object, routes }: RoutedObject): Generator<Finding> {
  const seen = new Set<string>();
  for (const { route, path } of routes) {
    if (seen.has(route.path)) {
      yield { object, path: [...path, 'path'], message: `\`${route.path}\` stands here twice.` };
    }
    seen.add(route.path);
  }
}
