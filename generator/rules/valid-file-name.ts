// A tenant's file is named after its id, a cluster's after its name, an approval's after its change and a tombstone's after the
// id that is no more, so that a path says whose it is.

import type { FleetRule } from '../model/rule.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check(fleet) {
    for (const [name, source] of fleet.tenants) {
      const { id } = source.value;
      if (id === name) continue;
      const isRenamed = !fleet.tenants.has(id) && fleet.rendered.some(({ tenant }) => tenant === id);
      yield {
        ...locate(source, ['id']),
        message: `The file is named \`${name}\`, the tenant in it \`${id}\`.`,
        hint: isRenamed
          ? `Name it \`tenants/${id}.yaml\` again: an id never changes, because databases and buckets bear it.`
          : `Write \`id: ${name}\`. An id never changes, because databases and buckets bear it: a new tenant gets a file of its own, \`tenants/${id}.yaml\`.`,
      };
    }
    for (const [file, source] of fleet.clusters) {
      const { name } = source.value;
      if (name === file) continue;
      yield {
        ...locate(source, ['name']),
        message: `The file is named \`${file}\`, the cluster in it \`${name}\`.`,
        hint: `Write \`name: ${file}\`, or rename the file if the EKS cluster is really called \`${name}\`.`,
      };
    }
    for (const [file, source] of fleet.approvals) {
      const { change } = source.value;
      if (change === file) continue;
      yield {
        ...locate(source, ['change']),
        message: `The file is named \`${file}\`, the change in it \`${change}\`.`,
        hint: `Name it \`platform/approvals/${change}.yaml\`.`,
      };
    }
    for (const [file, source] of fleet.purged) {
      const { id } = source.value;
      if (id === file) continue;
      yield {
        ...locate(source, ['id']),
        message: `The file is named \`${file}\`, the tenant in it \`${id}\`.`,
        hint: `Name it \`platform/purged/${id}.yaml\`.`,
      };
    }
  },
};
