// A tenant's identity provider is a server of the public internet that serves its keys itself: whoever serves the keys can
// sign as any user.

import { splitUrl } from '../model/https-url.ts';
import { mistakeInName } from '../model/public-name.ts';
import type { TenantRule } from '../model/rule.ts';
import { dotSegmentOf } from '../model/url-path.ts';
import { locate } from '../yaml/locate.ts';

export const rule: TenantRule = {
  over: 'tenant',
  *check({ tenants }) {
    for (const source of tenants.values()) {
      const { identity } = source.value;
      if (identity === undefined) continue;
      for (const key of ['issuer', 'jwksUri'] as const) {
        const reason = mistakeInUrl(identity[key]);
        if (reason === undefined) continue;
        yield {
          ...locate(source, ['identity', key]),
          message: `\`${identity[key]}\` ${reason}.`,
          hint: `Write the \`${key === 'issuer' ? 'issuer' : 'jwks_uri'}\` of the provider's \`/.well-known/openid-configuration\`.`,
        };
      }
      const [issuer, keys] = [splitUrl(identity.issuer).host, splitUrl(identity.jwksUri).host];
      if (issuer === keys) continue;
      yield {
        ...locate(source, ['identity', 'jwksUri']),
        message: `The keys come from \`${keys}\`, the tokens from \`${issuer}\`.`,
        hint: `Write an address on \`${issuer}\`: whoever serves the keys can sign as any user.`,
      };
    }
  },
};

function mistakeInUrl(url: string): string | undefined {
  const { host, path } = splitUrl(url);
  const reason = mistakeInName(host);
  if (reason !== undefined) return `names a host that ${reason}`;
  const dots = dotSegmentOf(path);
  return dots === undefined ? undefined : `has the part \`${dots}\`, which some resolve and some do not`;
}
