// The catalogue's `env` sets nothing that the generator sets, nothing that changes how a process is loaded, and no
// credential: those come from Secrets Manager.

import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

const kinds: readonly (readonly [pattern: RegExp, message: string, hint: string])[] = [
  [
    /(PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIAL|API_KEY|ACCESS_KEY|PRIVATE_KEY)/,
    'names a credential.',
    'Keep it in AWS Secrets Manager; nothing secret is written here.',
  ],
  [
    /^(TENANT_|AWS_|APP_(ENV|URL|TIMEZONE|LOCALE)$|QUEUE_|SQS_|NODE_ENV$|ENVIRONMENT$|PUBLIC_ORIGIN$|TZ$|LOCALE$|.*_URL$)/,
    "is the generator's to set, for each tenant.",
    'Remove it.',
  ],
  [
    /^(LD_|NODE_OPTIONS$|NODE_EXTRA_CA_CERTS$|PATH$|PHP_INI_SCAN_DIR$|HOME$)/,
    'changes how the process is loaded.',
    'Build it into the image.',
  ],
];

export const rule: FleetRule = {
  over: 'fleet',
  *check({ services }) {
    for (const [name, { env = {} }] of Object.entries(services.value)) {
      for (const key of Object.keys(env)) {
        const kind = kinds.find(([pattern]) => pattern.test(key));
        if (kind === undefined) continue;
        yield {
          ...locate(services, [name, 'env', key], 'key'),
          message: `\`${key}\` ${kind[1]}`,
          hint: kind[2],
        };
      }
    }
  },
};
