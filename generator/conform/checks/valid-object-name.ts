// Every object's name is one its kind accepts, children included: a CronJob's Jobs and a ScaledObject's autoscaler get
// longer names than their parent.

import type { Cluster, Finding } from '../cluster.ts';
import { isDnsLabel, isDnsSubdomain, isPathSegment, isServiceName } from '../names.ts';
import { nameOf } from '../object.ts';

interface Grammar {
  readonly accepts: (name: string) => boolean;
  readonly words: string;
}

const subdomain: Grammar = { accepts: isDnsSubdomain, words: 'a DNS name of at most 253 characters' };
const pathSegment: Grammar = { accepts: isPathSegment, words: 'a name without `/` and `%`' };

const grammars: Readonly<Record<string, Grammar>> = {
  Namespace: limit(63),
  Service: {
    accepts: isServiceName,
    words: 'a DNS label of at most 63 characters that starts with a letter',
  },
  // The Job's name becomes a label of its pods.
  Job: limit(63),
  // The controller appends 11 characters (https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/).
  CronJob: limit(52),
  // StatefulSet pods carry `<name>-<hash>` as the label `controller-revision-hash`.
  StatefulSet: limit(52),
  // KEDA names the autoscaler `keda-hpa-<name>`.
  ScaledObject: limit(54),
  Role: pathSegment,
  RoleBinding: pathSegment,
  ClusterRole: pathSegment,
  ClusterRoleBinding: pathSegment,
};

export function check({ objects }: Cluster): Finding[] {
  const findings: Finding[] = [];
  for (const object of objects) {
    const { kind, metadata } = object.value;
    const { accepts, words } = grammars[kind] ?? subdomain;
    if (!accepts(nameOf(object))) {
      findings.push({
        object,
        path: ['metadata', 'name'],
        message: `the name of a ${kind} must be ${words}.`,
      });
    }
    if (metadata.namespace !== undefined && !isDnsLabel(metadata.namespace)) {
      const message = 'the namespace must be a DNS label of at most 63 characters.';
      findings.push({ object, path: ['metadata', 'namespace'], message });
    }
  }
  return findings;
}

function limit(length: number): Grammar {
  return {
    accepts: (name) => isDnsLabel(name, length),
    words: `a DNS label of at most ${length} characters`,
  };
}
