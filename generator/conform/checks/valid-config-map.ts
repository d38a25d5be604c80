// A ConfigMap's keys are file names, no key is both text and bytes, and the whole fits the API server's 1 MiB.

import type { IConfigMap } from 'kubernetes-models/v1/ConfigMap';
import type { Cluster, Finding } from '../cluster.ts';

const limit = 1024 * 1024;

export function check(cluster: Cluster): Finding[] {
  return cluster.of<IConfigMap>('/ConfigMap').flatMap((object): Finding[] => {
    const findings: Finding[] = [];
    const { data = {}, binaryData = {} } = object.value;
    const entries = [...Object.entries(data), ...Object.entries(binaryData)];
    const seen = new Set<string>();
    for (const [key] of entries) {
      const path = ['data', key];
      if (!/^[-._a-zA-Z0-9]{1,253}$/.test(key) || /^\.\.?$/.test(key) || key.startsWith('..')) {
        findings.push({ object, path, message: `\`${key}\` is not a key.` });
      }
      if (seen.has(key)) findings.push({ object, path, message: `\`${key}\` is both text and bytes.` });
      seen.add(key);
    }
    const bytes = entries.reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0);
    if (bytes > limit) findings.push({ object, path: ['data'], message: `${bytes} bytes exceed ${limit}.` });
    return findings;
  });
}
