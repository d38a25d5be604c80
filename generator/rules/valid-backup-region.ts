// What is copied out of a region is not copied into it, and two clusters of a tenant do not make the same copies: what holds
// them is called after the tenant and the region.

import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ clusters }) {
    for (const [name, source] of clusters) {
      const { region, backupRegion, peer = '' } = source.value;
      const other = clusters.get(peer);
      if (region === backupRegion) {
        yield {
          ...locate(source, ['backupRegion']),
          message: `\`${name}\` is in \`${region}\` itself, so copies are lost when it is.`,
          hint: 'Choose another region for them.',
          related: [{ ...locate(source, ['region']), message: 'Its region is here.' }],
        };
      } else if (other !== undefined && name > peer && other.value.backupRegion === backupRegion) {
        yield {
          ...locate(source, ['backupRegion']),
          message: `\`${peer}\` keeps copies in \`${backupRegion}\` too, and a tenant's would be called the same.`,
          hint: 'Choose another region for one of them.',
          related: [{ ...locate(other, ['backupRegion']), message: 'The other one is here.' }],
        };
      }
    }
  },
};
