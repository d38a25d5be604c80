// The first verb: input folders → sources, with everything that is wrong with the files as such. What they should say is `validate`'s.
import { existsSync } from 'node:fs';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { RawInputs } from '../model/fleet.ts';
import type { Source } from '../model/source.ts';
import { platformCaps, tenantCaps } from '../yaml/caps.ts';
import { readFile } from './file.ts';
import { readFolder } from './folder.ts';
import { listFolder } from './listing.ts';
import type { Memory } from './memory.ts';

export interface Loaded {
  readonly inputs: RawInputs;
  readonly diagnostics: readonly Diagnostic[];
}

const platformFiles: readonly string[] = ['platform.yaml', 'tiers.yaml', 'services.yaml', 'domains.yaml'];

/**
 * Reads all inputs below `root` once and synchronously; what `memory` still knows is not read again. Throws only what
 * is no mistake of the user (EMFILE, for example).
 */
export function load(root: string, memory?: Memory): Loaded {
  const listing = listFolder(root, 'platform', {
    isFile: (name) => platformFiles.includes(name),
    folders: ['approvals', 'releases', 'templates'],
    hint: `Move or delete it. Here lie ${platformFiles.join(', ')}, approvals/, releases/ and templates/.`,
  });
  const refused = new Set(listing.diagnostics.map(({ file }) => file));
  const diagnostics = [...listing.diagnostics];
  const single = (name: string): Source | undefined => {
    const file = `platform/${name}`;
    if (refused.has('platform') || refused.has(file)) return undefined;
    const read = readFile(root, file, platformCaps, memory);
    diagnostics.push(...read.diagnostics);
    return read.source;
  };
  const folder = (name: string, caps: typeof platformCaps): readonly Source[] => {
    const read = readFolder(root, name, caps, memory);
    diagnostics.push(...read.diagnostics);
    return read.sources;
  };
  const inputs = {
    platform: single('platform.yaml'),
    tiers: single('tiers.yaml'),
    services: single('services.yaml'),
    domains: single('domains.yaml'),
    // There is none as long as nothing dangerous is wanted.
    approvals: existsSync(`${root}/platform/approvals`) ? folder('platform/approvals', platformCaps) : [],
    releases: folder('platform/releases', platformCaps),
    clusters: folder('clusters', platformCaps),
    tenants: folder('tenants', tenantCaps),
  };
  return { inputs, diagnostics };
}
