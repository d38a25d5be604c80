// What AWS calls the things that a tenant's policies are about. Knows no policy. A name from `names.ts` is the last part
// of each, so that it can be written before there is such a thing.

/** Where something is: what the ARN of everything regional holds. */
export interface Place {
  readonly region: string;
  readonly account: string;
}

export function clusterArn({ name, region, account }: Place & { readonly name: string }): string {
  return `arn:aws:eks:${region}:${account}:cluster/${name}`;
}

export function roleArn({ account }: Pick<Place, 'account'>, role: string): string {
  return `arn:aws:iam::${account}:role/${role}`;
}

/** @param issuer without `https://` */
export function oidcProviderArn({ account }: Pick<Place, 'account'>, issuer: string): string {
  return `arn:aws:iam::${account}:oidc-provider/${issuer}`;
}

export function bucketArn(bucket: string): string {
  return `arn:aws:s3:::${bucket}`;
}

export function queueArn({ region, account }: Place, queue: string): string {
  return `arn:aws:sqs:${region}:${account}:${queue}`;
}

/** A key by its name: what S3 takes for a key that is not there yet. */
export function keyAliasArn({ region, account }: Place, alias: string): string {
  return `arn:aws:kms:${region}:${account}:${alias}`;
}

/** Every key of the account in the region: which of them is meant, a condition must say. */
export function anyKeyArn({ region, account }: Place): string {
  return `arn:aws:kms:${region}:${account}:key/*`;
}

/** Secrets Manager adds six characters to every name, so an ARN is always a pattern. */
export function secretsArn({ region, account }: Place, folder: string): string {
  return `arn:aws:secretsmanager:${region}:${account}:secret:${folder}*`;
}

export function vaultArn({ region, account }: Place, vault: string): string {
  return `arn:aws:backup:${region}:${account}:backup-vault:${vault}`;
}

/** @param instance what it is called, or a pattern of that */
export function databaseArn({ region, account }: Place, instance: string): string {
  return `arn:aws:rds:${region}:${account}:db:${instance}`;
}
