// A policy as AWS reads it, of a key or of a bucket: JSON in one line. Knows what it is made of, and nothing of what it allows.

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

export function renderAccessPolicy(statements: readonly PolicyStatement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
