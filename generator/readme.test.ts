// The pages that people start from say nothing that the repository does not hold.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const root = join(import.meta.dirname, '..');
const test = suite('readme');

function read(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}

/** Links to files, and folders and files in backticks below one of ours, that are not there. */
function findDangling(text: string, folder: string): string[] {
  const links = Array.from(text.matchAll(/\]\((?!https?:|#)([^)#]+)/g), ([, path = '']) =>
    join(folder, path),
  );
  const named = text.matchAll(
    /`((?:generator|scripts|platform|clusters|tenants|schemas|\.ci|\.github)\/[^`<*\s]*)`/g,
  );
  const paths = [...links, ...Array.from(named, ([, path = '']) => path)];
  return paths.filter((path) => !existsSync(join(root, path)));
}

/** The lines of the numbered list that begins with the tenant's own override. */
function precedenceIn(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/^ \* /, ''));
  const start = lines.findIndex((line) => line.startsWith("1. the tenant's own override"));
  const length = lines.slice(start).findIndex((line) => !/^\d\. /.test(line));
  return lines.slice(start, start + length);
}

for (const page of ['README.md', 'CONTRIBUTING.md', 'generator/README.md']) {
  test(`${page} names only what is there`, () => assert.equal(findDangling(read(page), dirname(page)), []));
}

test('the check finds a dangling link and a dangling name', () => {
  const text = '[a](nowhere.ts) [b](README.md) `generator/nowhere/` `tenants/` `rendered/<cluster>/`';
  assert.equal(findDangling(text, 'generator'), ['generator/nowhere.ts', 'generator/nowhere/']);
});

test('the precedence is the one that resolve keeps', () => {
  const told = precedenceIn(read('generator/README.md'));
  assert.is(told.length, 6);
  assert.equal(told, precedenceIn(read('generator/resolve/resolve.ts')));
});

test.run();
