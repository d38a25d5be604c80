// Who reaches whom: NetworkPolicy.
import type { Knowledge } from '../../knowledge.ts';
import { plainRows } from '../common.ts';
import { hollow } from '../hollow.ts';
import { harmless } from '../rows.ts';
import { judgeNetworkPolicies } from './judge.ts';
import { networkPolicies } from './source.ts';

const told = {
  lane: 'neutral',
  reason: 'what it allows is told with the other policies of the namespace',
  source: networkPolicies,
} as const;

const peers = ['ingress[].from[]', 'egress[].to[]'].flatMap((peer) =>
  ['podSelector', 'namespaceSelector', 'ipBlock.cidr', 'ipBlock.except'].map(
    (field) => `spec.${peer}.${field}`,
  ),
);

const ports = ['ingress[]', 'egress[]'].flatMap((rule) =>
  ['protocol', 'port', 'endPort'].map((field) => `spec.${rule}.ports[].${field}`),
);

const empty = [
  'spec',
  ...['ingress', 'egress'].flatMap((way) => [`spec.${way}`, `spec.${way}[]`, `spec.${way}[].ports`]),
  ...['ingress[].from', 'egress[].to'].flatMap((peer) => [`spec.${peer}`, `spec.${peer}[]`]),
  'spec.ingress[].ports[]',
  'spec.egress[].ports[]',
];

export const network: readonly Knowledge[] = [
  {
    group: 'networking.k8s.io',
    kind: 'NetworkPolicy',
    nature: 'access',
    created: told,
    deleted: told,
    judge: judgeNetworkPolicies,
    rows: [
      ...plainRows,
      ...harmless('spec.podSelector', 'spec.policyTypes', ...peers, ...ports),
      ...hollow(...empty),
    ],
  },
];
