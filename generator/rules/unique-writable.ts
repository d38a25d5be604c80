// Each writable folder of a service is a volume of its own: none lies in another, in the folder of its settings, or
// bears a name that another one makes too.

import type { Service } from '../model/generated/inputs.ts';
import type { FleetRule } from '../model/rule.ts';
import { browserConfigFolder, volumeOf } from '../model/volumes.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ services }) {
    for (const [name, service] of Object.entries(services.value)) {
      for (const [index, folder] of (service.writable ?? []).entries()) {
        const other = findOther(service, folder, index);
        if (other === undefined) continue;
        yield {
          ...locate(services, [name, 'writable', index]),
          message: `\`${folder}\` cannot be a volume beside \`${other}\`.`,
          hint: 'Name folders that do not lie in one another and differ in more than `/`, `.`, `_` and `-`.',
        };
      }
    }
  },
};

/** What was there first. */
function findOther({ writable = [], runtime }: Service, folder: string, index: number): string | undefined {
  const taken = [...(runtime === 'static' ? [browserConfigFolder] : []), ...writable.slice(0, index)];
  return taken.find(
    (other) => volumeOf(other) === volumeOf(folder) || isWithin(folder, other) || isWithin(other, folder),
  );
}

function isWithin(folder: string, outer: string): boolean {
  return folder.startsWith(`${outer}/`);
}
