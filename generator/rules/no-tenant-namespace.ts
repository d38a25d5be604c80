// The platform's own namespaces are no tenant's: every tenant lets in the edge and the collector by their namespace's
// name, and who may write into Argo CD's may do anything.

import { namespaceOf } from '../model/names.ts';
import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

const prefix = namespaceOf('');

export const rule: FleetRule = {
  over: 'fleet',
  *check({ platform }) {
    for (const part of ['mesh', 'dns', 'edge', 'telemetry', 'argocd'] as const) {
      const { namespace } = platform.value[part];
      if (!namespace.startsWith(prefix)) continue;
      yield {
        ...locate(platform, [part, 'namespace']),
        message: `\`${namespace}\` can be a tenant's namespace: those begin with \`${prefix}\`.`,
        hint: `Give the platform's component a namespace that does not begin with \`${prefix}\`.`,
      };
    }
  },
};
