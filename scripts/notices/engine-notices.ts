import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE_CRATES } from './engine-crates.ts';
import type { Notice } from './notice.ts';

/** How a crate is named where its code says in which of its files it gave up: the crate, then its version. */
const CRATE_PATH = /\/registry\/src\/[^/]+\/([\w-]+?)-(\d+\.\d+\.\d+[^/]*)\//g;

/**
 * The notices of the Rust crates in the engine (c2pa.wasm), by licence, with the versions that the file names.
 *
 * @throws where the file names a crate that the list of crates lacks.
 */
export function engineNotices(wasm: Buffer): Notice[] {
  const versions = crateVersions(wasm);
  const known = new Set(ENGINE_CRATES.flatMap(({ crates }) => crates));
  for (const name of versions.keys())
    if (!known.has(name))
      throw new Error(`c2pa.wasm holds the crate ${name}: add its licence to scripts/notices/engine-crates.ts.`);
  const named = (name: string) => [name, ...[...(versions.get(name) ?? [])].sort()].join(' ');
  return [...Map.groupBy(ENGINE_CRATES, ({ licence }) => licence)].map(([licence, rows]) => ({
    parts: [`c2pa.wasm, the Rust crates in it that are under ${licence}`],
    licence,
    text: [
      ...rows.map(({ crates, credit }) => [crates.map(named).join(', '), credit].join('\n').trim()),
      licenceText(licence),
    ].join('\n\n'),
  }));
}

function crateVersions(wasm: Buffer): Map<string, Set<string>> {
  const versions = new Map<string, Set<string>>();
  for (const [, name = '', version = ''] of wasm.toString('latin1').matchAll(CRATE_PATH))
    versions.set(name, (versions.get(name) ?? new Set()).add(version));
  return versions;
}

function licenceText(licence: string): string {
  return readFileSync(join(import.meta.dirname, 'licence-texts', `${licence}.txt`), 'utf8').trim();
}
