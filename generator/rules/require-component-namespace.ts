// A component lives in the namespace of its folder's name and shares it with nobody: policies know it by that name.

import type { Components } from '../model/generated/inputs.ts';
import type { Finding, FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

const homes: Readonly<Record<'mesh' | 'edge' | 'secrets', keyof Components>> = {
  mesh: 'istio-system',
  edge: 'nginx-ingress',
  secrets: 'external-secrets',
};

export const rule: FleetRule = {
  over: 'fleet',
  *check({ platform, components }) {
    const find = (part: string, message: string, hint: string): Finding => ({
      ...locate(platform, [part, 'namespace']),
      message,
      hint,
    });
    for (const part of ['mesh', 'edge', 'secrets'] as const) {
      const { namespace } = platform.value[part];
      const home = homes[part];
      if (namespace === home) continue;
      const message = `\`${part}\` is in \`${home}\`: its chart is installed in the namespace of its folder's name.`;
      yield find(part, message, `Write \`${home}\`.`);
    }
    for (const part of ['dns', 'telemetry', 'argocd'] as const) {
      const { namespace } = platform.value[part];
      if (!Object.hasOwn(components.value, namespace)) continue;
      const message = `\`${namespace}\` is a component's own namespace: who reaches \`${part}\` would reach the component.`;
      yield find(part, message, `Give \`${part}\` a namespace of its own.`);
    }
  },
};
