// A policy as AWS reads it, of a key or of a bucket: JSON in one line. Knows what it is made of, and nothing of what it allows.

import { roleArn } from '../model/arns.ts';
import { providerRoleOf } from '../model/names.ts';

type Texts = string | readonly string[];

export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  /** `*` is everybody: of that kind only denials are. */
  readonly Principal: '*' | Readonly<Partial<Record<'AWS' | 'Service', string>>>;
  readonly Action: Texts;
  readonly Resource: Texts;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
}

/**
 * Everybody but the service's provider of Crossplane, of whatever cluster: after a failover another one looks after the same
 * thing. In it `<spec.account>` stands for a field of the claim.
 */
export function otherThanProvider(service: string): NonNullable<PolicyStatement['Condition']> {
  return {
    ArnNotLike: { 'aws:PrincipalArn': roleArn({ account: '<spec.account>' }, providerRoleOf('*', service)) },
  };
}

export function renderAccessPolicy(statements: readonly PolicyStatement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
