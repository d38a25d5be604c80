// The rules of a web ACL in front of a host, as AWS writes them in JSON
// (https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html). Refuses to know whose host it is.
import type { Firewall } from '../model/generated/inputs.ts';

/** A document is larger than the eight kilobytes of this rule; NGINX holds the tenant's own limit. */
const tooNarrow: Readonly<Record<string, readonly string[]>> = {
  AWSManagedRulesCommonRuleSet: ['SizeRestrictions_BODY'],
};

/** Whoever asks too often is held back first: what comes after costs more to look at. */
export function renderFirewall({ groups, requestsPerFiveMinutes }: Firewall): string {
  const rate = {
    Name: 'rate',
    Priority: 0,
    Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
    Statement: {
      RateBasedStatement: {
        Limit: requestsPerFiveMinutes,
        EvaluationWindowSec: 300,
        AggregateKeyType: 'IP',
      },
    },
    VisibilityConfig: visibility('rate'),
  };
  return JSON.stringify([rate, ...groups.map((name, index) => managedGroup(name, index + 1))]);
}

function managedGroup(name: string, priority: number): object {
  const counted = (tooNarrow[name] ?? []).map((rule) => ({ Name: rule, ActionToUse: { Count: {} } }));
  return {
    Name: name,
    Priority: priority,
    // The group's own actions stand.
    OverrideAction: { None: {} },
    Statement: {
      ManagedRuleGroupStatement: {
        VendorName: 'AWS',
        Name: name,
        ...(counted.length > 0 && { RuleActionOverrides: counted }),
      },
    },
    VisibilityConfig: visibility(name),
  };
}

function visibility(name: string): object {
  return { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: name };
}
