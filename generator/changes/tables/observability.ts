// What is measured and who is told. Nothing here stops a service; without it nobody notices that one stopped.
import { changed, ofSame, removed, to } from '../directions.ts';
import type { Knowledge } from '../knowledge.ts';
import { commonRows } from './common.ts';
import { noHarm, verdict } from './rows.ts';
import { below } from './tell.ts';

const operator = 'https://prometheus-operator.dev/docs/api-reference/api';
const rules = 'https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/';

const group = 'monitoring.coreos.com';
const { tell } = below('spec');

const prometheusRule: Knowledge = {
  group,
  kind: 'PrometheusRule',
  nature: 'workload',
  created: noHarm,
  deleted: verdict('downtime', 'nobody is told any more', rules),
  rows: [
    ...commonRows,
    ...tell(removed, 'downtime', rules, {
      'groups[]': 'nobody is told any more',
      'groups[].rules[]': 'nobody is told of it any more',
    }),
    ...tell(ofSame(changed), 'downtime', rules, {
      'groups[].rules[].{expr,for,labels.severity}': 'the alert goes off at other times, or never',
    }),
  ],
};

/** @param endpoints the field that lists what is asked */
function monitorOf(kind: string, endpoints: string): Knowledge {
  return {
    group,
    kind,
    nature: 'workload',
    created: noHarm,
    deleted: verdict('downtime', 'alerts about it never go off', operator),
    rows: [
      ...commonRows,
      ...tell(removed, 'downtime', operator, { [`${endpoints}[]`]: 'alerts about it never go off' }),
      ...tell(changed, 'downtime', operator, { selector: 'alerts about what is left out never go off' }),
      ...tell(to(true), 'exposure', operator, {
        'namespaceSelector.any': 'what every tenant measures is gathered',
        [`${endpoints}[].tlsConfig.insecureSkipVerify`]: 'whoever answers is believed',
      }),
    ],
  };
}

export const observability: readonly Knowledge[] = [
  prometheusRule,
  monitorOf('ServiceMonitor', 'endpoints'),
  monitorOf('PodMonitor', 'podMetricsEndpoints'),
];
