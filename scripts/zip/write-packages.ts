import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../run-tool.ts';
import { pack } from './pack.ts';
import { builtFiles, sourceFiles } from './package-files.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A package as it was written. */
export interface WrittenPackage {
  readonly file: string;
  /** In hexadecimal. */
  readonly sha256: string;
}

/**
 * Builds both browsers' production builds and writes what stores take into a folder: the package of Chrome and Edge, that of
 * Firefox, the sources for Firefox's reviewers, and their checksums in SHA256SUMS.
 */
export async function writePackages(folder: string): Promise<WrittenPackage[]> {
  for (const browser of ['chrome', 'firefox']) await runTool('wxt', 'build', '-b', browser);
  const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const contents = { chrome: builtFiles('chrome'), firefox: builtFiles('firefox'), sources: sourceFiles() };
  mkdirSync(folder, { recursive: true });
  const written = Object.entries(contents).map(([name, files]) => {
    const bytes = pack(files);
    const file = join(folder, `check-with-bitmind-${version}-${name}.zip`);
    writeFileSync(file, bytes);
    return { file, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  const sums = written.map(({ file, sha256 }) => `${sha256}  ${file.slice(folder.length + 1)}\n`);
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
  return written;
}
