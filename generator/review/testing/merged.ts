// A repository whose example fleet is rendered and committed, for tests that change it. Knows no test.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { render } from '../../pipeline.ts';
import { copyInputs } from '../../testing/inputs.ts';
import { makeScratch } from '../../testing/scratch.ts';

export class Merged {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  /** Rendered and committed once; `copy` gives tests one of their own. */
  static async make(): Promise<Merged> {
    const merged = new Merged(makeScratch('review'));
    copyInputs(merged.root);
    await render({ root: merged.root });
    merged.git('init', '--quiet');
    merged.commit();
    return merged;
  }

  copy(): Merged {
    const copy = new Merged(makeScratch('review'));
    cpSync(this.root, copy.root, { recursive: true });
    return copy;
  }

  /** Replaces words that occur once in the file. */
  edit(file: string, replace: string, by: string): void {
    const parts = readFileSync(join(this.root, file), 'utf8').split(replace);
    if (parts.length !== 2) throw new Error(`\`${replace}\` occurs ${parts.length - 1} times in ${file}`);
    writeFileSync(join(this.root, file), parts.join(by));
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), text);
  }

  /** An approval that everybody may read in a test's output. */
  approve(change: string, expires = '2027-06-30'): void {
    const lines = [
      `change: ${change}`,
      'reason: The test wants it so.',
      'requestedBy: test@keelstone.example',
    ];
    this.write(`platform/approvals/${change}.yaml`, `${lines.join('\n')}\nexpires: "${expires}"\n`);
  }

  commit(): void {
    this.git('add', '.');
    this.git('commit', '--quiet', '--message', 'state');
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }

  git(...words: readonly string[]): void {
    const author = ['-c', 'user.name=test', '-c', 'user.email=test@keelstone.example'];
    execFileSync('git', ['-C', this.root, ...author, ...words]);
  }
}
