// The first verb: input folders → sources, with everything that is wrong with the files as such. What they should say is `validate`'s.
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
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

const platformFiles: readonly string[] = [
  'platform.yaml',
  'tiers.yaml',
  'services.yaml',
  'domains.yaml',
  'components.yaml',
  'recovery.yaml',
  'engines.yaml',
];

const compliance = 'platform/compliance';
const complianceFiles: readonly string[] = ['requirements.yaml', 'controls.yaml'];

/**
 * Reads all inputs below `root` once and synchronously; what `memory` still knows is not read again. Throws only what
 * is no mistake of the user (EMFILE, for example).
 */
export function load(root: string, memory?: Memory): Loaded {
  const diagnostics = listAll(root);
  const refused = new Set(diagnostics.map(({ file }) => file));
  const single = (name: string): Source | undefined => {
    const file = `platform/${name}`;
    if (refused.has('platform') || refused.has(dirname(file)) || refused.has(file)) return undefined;
    const read = readFile(root, file, platformCaps, memory);
    diagnostics.push(...read.diagnostics);
    return read.source;
  };
  const folder = (name: string, caps: typeof platformCaps): readonly Source[] => {
    // Of a folder that is missing with the one around it, that one is named.
    if (name.startsWith(`${compliance}/`) && (refused.has('platform') || refused.has(compliance))) return [];
    const read = readFolder(root, name, caps, memory);
    diagnostics.push(...read.diagnostics);
    return read.sources;
  };
  const inputs = {
    platform: single('platform.yaml'),
    tiers: single('tiers.yaml'),
    services: single('services.yaml'),
    domains: single('domains.yaml'),
    components: single('components.yaml'),
    recovery: single('recovery.yaml'),
    engines: single('engines.yaml'),
    requirements: single('compliance/requirements.yaml'),
    controls: single('compliance/controls.yaml'),
    states: folder(`${compliance}/states`, platformCaps),
    frameworks: folder(`${compliance}/frameworks`, platformCaps),
    // There is none as long as nothing dangerous is wanted.
    approvals: existsSync(`${root}/platform/approvals`) ? folder('platform/approvals', platformCaps) : [],
    purged: existsSync(`${root}/platform/purged`) ? folder('platform/purged', platformCaps) : [],
    releases: folder('platform/releases', platformCaps),
    clusters: folder('clusters', platformCaps),
    tenants: folder('tenants', tenantCaps),
  };
  return { inputs, diagnostics };
}

/** What lies in `platform/` and does not belong there. */
function listAll(root: string): Diagnostic[] {
  const { diagnostics } = listFolder(root, 'platform', {
    isFile: (name) => platformFiles.includes(name),
    folders: ['approvals', 'compliance', 'purged', 'releases', 'templates'],
    hint: `Move or delete it. Here lie ${platformFiles.join(', ')}, approvals/, compliance/, purged/, releases/ and templates/.`,
  });
  if (diagnostics.some(({ file }) => file === 'platform')) return [...diagnostics];
  const laws = listFolder(root, compliance, {
    isFile: (name) => complianceFiles.includes(name),
    folders: ['states', 'frameworks'],
    hint: `Move or delete it. Here lie ${complianceFiles.join(', ')}, states/ and frameworks/.`,
  });
  return [...diagnostics, ...laws.diagnostics];
}
