import { copyFile, mkdir, mkdtemp, readdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { findBrowserBinary } from './browser-binary.ts';

/**
 * Makes an installation of Firefox with a real policy file of its own, which it reads at its start: links to the one that
 * is installed, a copy of its program (it looks for its files where the program is), and `distribution/policies.json`.
 * Gives the program's path. `isPrivateAllowed` has the extension run in private windows too.
 */
export async function firefoxWithPolicy(
  extensionId: string,
  policy: Readonly<Record<string, unknown>>,
  { isPrivateAllowed = false }: { readonly isPrivateAllowed?: boolean } = {},
): Promise<string> {
  const installed = await realpath(await findBrowserBinary('firefox'));
  const program = basename(installed);
  const folder = await mkdtemp(join(tmpdir(), 'firefox-with-policy-'));
  for (const name of await readdir(dirname(installed))) {
    if (name !== program && name !== 'distribution') await symlink(join(dirname(installed), name), join(folder, name));
  }
  await copyFile(installed, join(folder, program));
  await mkdir(join(folder, 'distribution'));
  const policies = {
    policies: {
      '3rdparty': { Extensions: { [extensionId]: policy } },
      ...(isPrivateAllowed && { ExtensionSettings: { [extensionId]: { private_browsing: true } } }),
    },
  };
  await writeFile(join(folder, 'distribution', 'policies.json'), JSON.stringify(policies));
  return join(folder, program);
}
