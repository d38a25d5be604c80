// Gets hold of kubeconform: one on the PATH, else the pinned version from the cache, else built there with Go, else its
// release. Knows nothing of what it is run on.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from './cache.ts';
import { downloadRelease, version } from './release.ts';

const bin = join(cache, 'bin', `kubeconform-${version}`);
const executable = process.platform === 'win32' ? 'kubeconform.exe' : 'kubeconform';

export type Binary = { readonly path: string } | { readonly missing: string };

/** Never installs: for tests, which neither build for a minute nor reach for the network. */
export function findBinary(): Binary {
  if (runs('kubeconform', ['-v'])) return { path: 'kubeconform' };
  const cached = join(bin, executable);
  if (existsSync(cached)) return { path: cached };
  return {
    missing: 'kubeconform is neither on the PATH nor in the cache; `npm run kubeconform` installs it',
  };
}

/** As `findBinary`, but installs the pinned version where Go's module proxy or the release's page can be reached. */
export async function obtainBinary(): Promise<Binary> {
  const found = findBinary();
  if ('path' in found) return found;
  const unbuilt = build();
  if (unbuilt === undefined) return { path: join(bin, executable) };
  const unfetched = await downloadRelease(bin);
  if (unfetched === undefined) return { path: join(bin, executable) };
  return { missing: `it is not on the PATH; ${unbuilt}; ${unfetched}` };
}

/** @returns why Go could not build it, in words; undefined when it did */
function build(): string | undefined {
  if (!runs('go', ['version'])) return 'there is no Go toolchain to build it with';
  mkdirSync(bin, { recursive: true });
  const { status, stderr } = spawnSync(
    'go',
    ['install', `github.com/yannh/kubeconform/cmd/kubeconform@${version}`],
    {
      env: { ...process.env, GOBIN: bin },
      encoding: 'utf8',
    },
  );
  return status === 0 ? undefined : `Go could not build it (${stderr.trim().split('\n').at(-1)})`;
}

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
