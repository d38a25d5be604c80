// Every cluster follows a release channel that exists, and every channel has an image for every service.
import clusterSchema from '../../schemas/cluster.schema.json' with { type: 'json' };
import type { FleetRule } from '../model/rule.ts';
import { list, suggest } from '../model/words.ts';
import { locate } from '../yaml/locate.ts';

export const rule: FleetRule = {
  over: 'fleet',
  *check({ clusters, releases, services, broken }) {
    for (const source of clusters.values()) {
      const channel = source.value.channel ?? clusterSchema.properties.channel.default;
      const file = `platform/releases/${channel}.yaml`;
      if (releases.has(channel) || broken.has(file) || broken.has('platform/releases')) continue;
      yield {
        ...locate(source, ['channel']),
        message: `There is no release channel \`${channel}\`: \`${file}\` does not exist.`,
        hint: suggest(channel, releases.keys(), 'Add that file, or follow another channel.'),
      };
    }
    for (const [channel, source] of releases) {
      const missing = Object.keys(services.value).filter((name) => !Object.hasOwn(source.value, name));
      if (missing.length === 0) continue;
      yield {
        ...locate(source, []),
        message: `The channel \`${channel}\` has no image for ${list(missing)}.`,
        hint: 'Add `tag` and `digest` for each; clusters on this channel cannot be rendered without them.',
      };
    }
  },
};
