// What CloudFront may keep, everybody may read, and nobody writes to: outside the path of services, answers come from a cache,
// and from another region when the home fails.

import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

const reads: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

export const rule: FleetRule = {
  over: 'fleet',
  *check({ services, platform }) {
    const { apiPath } = platform.value.cdn;
    for (const [name, { exposed }] of Object.entries(services.value)) {
      if (exposed === undefined || exposed.path === apiPath || exposed.path.startsWith(`${apiPath}/`))
        continue;
      const { path, methods, public: open = [] } = exposed;
      const written = methods.find((method) => !reads.includes(method));
      const hint = `Expose it below \`${apiPath}\`, where nothing is kept.`;
      if (written !== undefined) {
        const where = locate(services, [name, 'exposed', 'methods']);
        yield {
          ...where,
          message: `\`${name}\` takes ${written} at \`${path}\`, where CloudFront only reads.`,
          hint,
        };
        continue;
      }
      const isOpen = open.some(
        (one) => one.path === path && methods.every((method) => one.methods.includes(method)),
      );
      if (isOpen) continue;
      yield {
        ...locate(services, [name, 'exposed']),
        message: `\`${name}\` is not open to everybody at \`${path}\`, where CloudFront may answer from what it keeps.`,
        hint,
      };
    }
  },
};
