// The pinned release of kubeconform from its own page, believed only when its checksum is right.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const version = 'v0.7.0';
export const releases = 'https://github.com/yannh/kubeconform/releases/download';

/** SHA-256 of each archive, from the file CHECKSUMS of the release. */
const checksums: Readonly<Record<string, string>> = {
  'darwin-amd64': 'c6771cc894d82e1b12f35ee797dcda1f7da6a3787aa30902a15c264056dd40d4',
  'darwin-arm64': 'b5d32b2cb77f9c781c976b20a85e2d0bc8f9184d5d1cfe665a2f31a19f99eeb9',
  'linux-amd64': 'c31518ddd122663b3f3aa874cfe8178cb0988de944f29c74a0b9260920d115d3',
  'linux-arm64': 'cc907ccf9e3c34523f0f32b69745265e0a6908ca85b92f41931d4537860eb83c',
};

/**
 * Puts the executable into `folder`.
 * @returns why it could not, in words; undefined when it did
 */
export async function downloadRelease(
  folder: string,
  from = releases,
  known = checksums,
): Promise<string | undefined> {
  const platform = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
  const expected = known[platform];
  if (expected === undefined) return `there is no release for ${platform}`;
  const url = `${from}/${version}/kubeconform-${platform}.tar.gz`;
  const archive = await fetchBytes(url);
  if (typeof archive === 'string') return archive;
  const checksum = createHash('sha256').update(archive).digest('hex');
  if (checksum !== expected) return `${url} has the checksum ${checksum}, not ${expected}`;
  return unpack(archive, folder);
}

async function fetchBytes(url: string): Promise<Buffer | string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    if (!response.ok) return `${url} answered ${response.status}`;
    return Buffer.from(await response.arrayBuffer());
  } catch {
    return `${url} cannot be reached`;
  }
}

function unpack(archive: Buffer, folder: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'archive.tar.gz');
  writeFileSync(file, archive);
  const { status } = spawnSync('tar', ['-xzf', file, '-C', folder, 'kubeconform'], { stdio: 'ignore' });
  rmSync(file);
  return status === 0 ? undefined : 'the archive cannot be unpacked';
}
