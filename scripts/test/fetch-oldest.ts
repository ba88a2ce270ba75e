import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, runProgram } from '../run-tool.ts';
import { onPath } from '../set-up/find-chromium.mjs';
import { oldestVersion } from './oldest-version.ts';

/** Where the browsers are unpacked, below the root of the repository. */
const FOLDER = 'node_modules/.cache/oldest-browsers';

/** A browser as Debian packs it. */
export interface DebianBrowser {
  /** What people call it. */
  readonly name: string;
  /** The packages it needs, of one version; the first is asked for it. */
  readonly packages: readonly [string, ...string[]];
  /** Its program in them. */
  readonly program: string;
  /** The oldest major version the extension runs on. */
  readonly minimum: number;
}

/** An old browser that is ready, or why there is none. */
export type OldBrowser = { readonly version: string; readonly program: string } | { readonly reason: string };

/**
 * Downloads and unpacks, unless that has been done, the oldest version of a browser that the archive of this system has
 * beside its current one. Nothing is installed.
 */
export async function fetchOldest(browser: DebianBrowser, say: (text: string) => void): Promise<OldBrowser> {
  const { name, packages, program, minimum } = browser;
  if (!onPath('apt-get') || !onPath('dpkg')) return none('They are taken from Debian’s archive, by apt-get.');
  const { output } = await runProgram('apt-cache', ['madison', packages[0]]);
  const version = oldestVersion(output, minimum);
  if (version === undefined) return none(`The archive has no ${name} since ${minimum} beside the current one.`);
  const folder = join(FOLDER, `${packages[0]}-${version}`);
  if (!existsSync(join(ROOT, folder))) {
    say(`Downloading ${name} ${version} (about 100 MB, once)…`);
    const fault = await unpack(
      packages.map((one) => `${one}=${version}`),
      join(ROOT, folder),
    );
    if (fault !== undefined) return none(`${name} ${version} could not be downloaded:\n${fault}`);
  }
  return { version, program: join(folder, program) };
}

function none(reason: string): OldBrowser {
  return { reason };
}

/** Leaves a folder with what packages hold, and nothing where that fails: then gives what was said. */
async function unpack(packages: readonly string[], folder: string): Promise<string | undefined> {
  await mkdir(join(ROOT, FOLDER), { recursive: true });
  const [downloads, unpacked] = [await mkdtemp(`${folder}-`), await mkdtemp(`${folder}-`)];
  try {
    const download = await runProgram('apt-get', ['download', ...packages], downloads);
    if (download.status !== 0) return download.output;
    for (const file of await readdir(downloads)) {
      const { status, output } = await runProgram('dpkg', ['-x', join(downloads, file), unpacked]);
      if (status !== 0) return output;
    }
    await rename(unpacked, folder);
    return undefined;
  } finally {
    for (const one of [downloads, unpacked]) await rm(one, { recursive: true, force: true });
  }
}
