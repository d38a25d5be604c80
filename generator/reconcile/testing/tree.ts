// Small trees for the tests of this folder: as units, on disk, and read back by other means than the code under test.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { headerPrefix, type Unit } from '../../model/tree.ts';
import { makeScratch } from '../../testing/scratch.ts';

/** Path → text. */
export type Files = Readonly<Record<string, string>>;

/** Runs `use` with a folder that is gone afterwards; the tree's root inside it does not exist yet. */
export async function withRoot(use: (root: string) => void | Promise<void>): Promise<void> {
  const folder = makeScratch('reconcile');
  try {
    await use(path.join(folder, 'rendered'));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** A text that the generator could have written. */
export function made(body: string): string {
  return `${headerPrefix}tenants/acme.yaml\n${body}\n`;
}

/** One unit per path up to its third segment: `c0/tenants/acme` is a folder's claim, `c0/one` a file's. */
export function unitsOf(files: Files): Unit[] {
  const byClaim = Map.groupBy(Object.entries(files), ([file]) => file.split('/').slice(0, 3).join('/'));
  return [...byClaim].map(([claim, entries]) => ({
    input: 'tenants/acme.yaml',
    claims: [claim],
    files: new Map(entries),
  }));
}

export function options(root: string) {
  return { root, label: 'rendered', sweep: true };
}

/** Writes files as a person or git would. */
export function put(root: string, files: Files): void {
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  }
}

/** Every path below the root with its mode and bytes, sorted, one string: equal strings are equal trees, empty folders included. */
export function snapshot(root: string): string {
  const rows = fs.readdirSync(root, { recursive: true, withFileTypes: true }).map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    const mode = (fs.lstatSync(file).mode & 0o7777).toString(8);
    const bytes = entry.isFile() ? JSON.stringify(fs.readFileSync(file, 'latin1')) : '';
    return `${path.relative(root, file)} ${mode} ${bytes}`;
  });
  return rows.sort().join('\n');
}

/** Path → text of every file outside the scratch folder. */
export function readFiles(root: string): Files {
  const files = fs.existsSync(root) ? fs.readdirSync(root, { recursive: true, withFileTypes: true }) : [];
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(root, file), fs.readFileSync(file, 'latin1')] as const)
      .filter(([file]) => !file.startsWith('.reconcile/'))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/**
 * About two thirds of `count` possible files in twelve folders, some of them new, changed or gone from one generation
 * to the next. The same arguments give the same tree in every process.
 */
export function generation(number: number, count: number): Files {
  const files: Record<string, string> = {};
  for (let index = 0; index < count; index += 1) {
    const folder = index % 12;
    const dice = (index * 7919 + number * 104729 + ((index * number) % 31) * 131) % 100;
    if ((folder + number) % 5 === 0 || dice < 20) continue;
    const body = `generation: ${dice < 60 ? number : 'every'}\nfiller: ${'x'.repeat((index * 37) % 4000)}`;
    files[`c${folder % 3}/tenants/t${folder}/${index % 8 < 4 ? 'data' : 'workloads'}/f${index}.yaml`] =
      made(body);
  }
  return files;
}
