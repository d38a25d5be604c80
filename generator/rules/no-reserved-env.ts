// No variable of the catalogue is one that the generator sets, or changes how a process is loaded; none in `env` is a
// credential, for those are `secrets`, and none is both.

import type { Services } from '../model/generated/inputs.ts';
import type { Finding, FleetRule } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import { locate } from '../yaml/locate.ts';

const kinds: readonly (readonly [pattern: RegExp, message: string, hint: string])[] = [
  [
    /(PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIAL|API_KEY|ACCESS_KEY|PRIVATE_KEY)/,
    'names a credential.',
    'Keep it in AWS Secrets Manager and name it in `secrets`; nothing secret is written here.',
  ],
  [
    /^(TENANT_|AWS_|DB_|MYSQL_ATTR_|DOCUMENTS_|REDIS_|FIELD_ENCRYPTION_|FILESYSTEM_DISK$|SESSION_(COOKIE|DOMAIN|PATH|SECURE_COOKIE)$|APP_(ENV|URL|TIMEZONE|LOCALE)$|QUEUE_|SQS_|NODE_ENV$|ENVIRONMENT$|PUBLIC_ORIGIN$|TZ$|LOCALE$|.*_URL$)/,
    "is the generator's to set, for each tenant.",
    'Remove it.',
  ],
  [
    /^(LD_|NODE_OPTIONS$|NODE_EXTRA_CA_CERTS$|PATH$|PHP_INI_SCAN_DIR$|HOME$)/,
    'changes how the process is loaded.',
    'Build it into the image.',
  ],
];

const ofSecrets = kinds.slice(1);

export const rule: FleetRule = {
  over: 'fleet',
  *check({ services }) {
    for (const [name, { env = {}, secrets = {} }] of Object.entries(services.value)) {
      yield* checkNames(services, [name, 'env'], env, kinds);
      yield* checkNames(services, [name, 'secrets'], secrets, ofSecrets);
      for (const key of Object.keys(secrets).filter((variable) => Object.hasOwn(env, variable))) {
        yield {
          ...locate(services, [name, 'secrets', key], 'key'),
          message: `\`${key}\` is set by \`env\` as well, and a container has one value of it.`,
          hint: 'Keep one of them.',
          related: [{ ...locate(services, [name, 'env', key], 'key'), message: 'The other one is here.' }],
        };
      }
    }
  },
};

function* checkNames(
  services: Source<Services>,
  path: readonly string[],
  variables: object,
  reserved: typeof kinds,
): Iterable<Finding> {
  for (const key of Object.keys(variables)) {
    const kind = reserved.find(([pattern]) => pattern.test(key));
    if (kind === undefined) continue;
    yield {
      ...locate(services, [...path, key], 'key'),
      message: `\`${key}\` ${kind[1]}`,
      hint: kind[2],
    };
  }
}
