import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a sandbox and the pages of the tests are (tests/fixtures/public-names.ts). */
const LOCAL_HOSTS = ['http://127.0.0.1/*', 'http://localhost/*', 'http://*.example/*'];

/** The folder of the local build of a browser, whether it is there or not. */
export function localBuildFolder(browser: 'chrome' | 'firefox'): string {
  return join(import.meta.dirname, '../.output', `${browser}-mv3-local`);
}

/**
 * Makes the local build of a browser beside its production build: the same files, with the hosts of this computer in
 * `host_permissions`, so that a sandbox can be used without the browser's prompts. Gives its folder.
 */
export async function makeLocalBuild(browser: 'chrome' | 'firefox'): Promise<string> {
  const production = join(import.meta.dirname, '../.output', `${browser}-mv3`);
  const local = localBuildFolder(browser);
  await rm(local, { recursive: true, force: true });
  await cp(production, local, { recursive: true });
  const path = join(local, 'manifest.json');
  const manifest: { host_permissions: string[] } = JSON.parse(await readFile(path, 'utf8'));
  const hosts = [...manifest.host_permissions, ...LOCAL_HOSTS];
  await writeFile(path, JSON.stringify({ ...manifest, host_permissions: hosts }, undefined, 2));
  return local;
}
