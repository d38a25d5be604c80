// A release is used only when its checksum is the one we pinned.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { downloadRelease, version } from './release.ts';

const platform = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
const test = suite<{ folder: string }>('kubeconform release');

test.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'tenantry-release-'));
});
test.after.each(({ folder }) => rmSync(folder, { recursive: true }));

/** An archive that holds one small file where the program would be. */
function makeArchive(folder: string): Buffer {
  writeFileSync(join(folder, 'kubeconform'), 'a program\n');
  spawnSync('tar', ['-czf', 'made.tar.gz', 'kubeconform'], { cwd: folder });
  rmSync(join(folder, 'kubeconform'));
  return readFileSync(join(folder, 'made.tar.gz'));
}

/** Serves the archive where a release has it, and nothing else. */
async function serve<Result>(archive: Buffer, use: (address: string) => Promise<Result>): Promise<Result> {
  const server = createServer((request, response) => {
    const isThere = request.url === `/${version}/kubeconform-${platform}.tar.gz`;
    response.writeHead(isThere ? 200 : 404).end(isThere ? archive : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
}

test('an archive with the right checksum is unpacked', async ({ folder }) => {
  const archive = makeArchive(folder);
  const known = { [platform]: createHash('sha256').update(archive).digest('hex') };
  assert.is(await serve(archive, (address) => downloadRelease(folder, address, known)), undefined);
  assert.is(readFileSync(join(folder, 'kubeconform'), 'utf8'), 'a program\n');
});

test('one with another checksum is not', async ({ folder }) => {
  const reason = await serve(makeArchive(folder), (address) => downloadRelease(folder, address));
  assert.match(reason ?? '', /has the checksum [0-9a-f]{64}, not [0-9a-f]{64}$/);
  assert.not.ok(existsSync(join(folder, 'kubeconform')));
});

test('what is not there, not reached or not made for this machine is said to be so', async ({ folder }) => {
  const missing = await serve(Buffer.of(), (address) => downloadRelease(folder, `${address}/elsewhere`));
  assert.match(missing ?? '', /answered 404$/);
  assert.match((await downloadRelease(folder, 'http://127.0.0.1:1')) ?? '', /cannot be reached$/);
  assert.is(await downloadRelease(folder, '', {}), `there is no release for ${platform}`);
});

test.run();
