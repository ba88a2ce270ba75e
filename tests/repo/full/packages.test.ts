import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack } from '../../../scripts/zip/pack.ts';
import { builtFiles, filesIn, sourceFiles } from '../../../scripts/zip/package-files.ts';
import { ROOT } from '../source-files.ts';

// On the disk of the repository, since links do not lead from one to another.
mkdirSync(join(ROOT, 'test-results'), { recursive: true });
const folder = mkdtempSync(join(ROOT, 'test-results/sources-'));

describe('packages', () => {
  it('of the same files are the same bytes, in whatever order', () => {
    const files = builtFiles('chrome');
    const turned = new Map([...files].reverse());
    expect(Buffer.from(pack(turned)).equals(pack(files))).toBe(true);
    expect(Object.keys(unzipSync(pack(files)))).toContain('manifest.json');
  });

  it('have no source map, and nothing of the tests', () => {
    const names = [...builtFiles('chrome').keys(), ...builtFiles('firefox').keys()];
    expect(names.filter((name) => /\.map$|\.tsx?$|test/.test(name))).toEqual([]);
  });
});

describe("the sources for Firefox's reviewers", () => {
  beforeAll(() => {
    for (const [path, bytes] of Object.entries(unzipSync(pack(sourceFiles())))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    // As if installed there: names of chunks follow from where packages are. Links, so that it takes seconds.
    execFileSync('cp', ['-al', join(ROOT, 'node_modules'), folder]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('build, elsewhere and alone, what is in the package to the last byte', () => {
    // Vitest's own NODE_ENV would make it a build for tests.
    const { NODE_ENV, ...env } = process.env;
    execFileSync(join(ROOT, 'node_modules/.bin/wxt'), ['build', '-b', 'firefox'], { cwd: folder, stdio: 'pipe', env });
    const [again, here] = [filesIn(join(folder, '.output/firefox-mv3')), builtFiles('firefox')];
    expect([...again.keys()].sort()).toEqual([...here.keys()].sort());
    expect([...here].filter(([path, bytes]) => !again.get(path)?.every((byte, at) => byte === bytes[at]))).toEqual([]);
  });
});
