// What AWS WAF demands of rules, and that large documents get through.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { exampleTarget } from '../concerns/testing/compose-one.ts';
import { renderFirewall } from './firewall.ts';

const test = suite('firewall');

interface Rule {
  readonly Name: string;
  readonly Priority: number;
  readonly Action?: object;
  readonly OverrideAction?: object;
  readonly Statement: {
    readonly RateBasedStatement?: { readonly Limit: number };
    readonly ManagedRuleGroupStatement?: {
      readonly RuleActionOverrides?: readonly { readonly Name: string }[];
    };
  };
}

const { tier } = exampleTarget('acme');
const rules = JSON.parse(renderFirewall(tier.cdn.firewall)) as Rule[];

test('names and priorities are unique, and a rule has one kind of action', () => {
  assert.is(new Set(rules.map(({ Name }) => Name)).size, rules.length);
  assert.equal(
    rules.map(({ Priority }) => Priority),
    rules.map((_, index) => index),
  );
  for (const { Action, OverrideAction, Statement } of rules) {
    assert.is(Action === undefined, Statement.ManagedRuleGroupStatement !== undefined);
    assert.is(OverrideAction === undefined, Statement.ManagedRuleGroupStatement === undefined);
  }
});

test("the rate is the tier's", () => {
  assert.is(rules[0]?.Statement.RateBasedStatement?.Limit, tier.cdn.firewall.requestsPerFiveMinutes);
});

test('no rule blocks a body for its size', () => {
  const group = rules.find(({ Name }) => Name === 'AWSManagedRulesCommonRuleSet');
  const overrides = group?.Statement.ManagedRuleGroupStatement?.RuleActionOverrides ?? [];
  assert.equal(
    overrides.map(({ Name }) => Name),
    ['SizeRestrictions_BODY'],
  );
});

test.run();
