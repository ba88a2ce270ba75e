import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildOutput } from 'wxt';
import { thirdPartyNotices } from './third-party-notices.ts';

/** The file of the extension that holds the notices. */
const NOTICES_FILE = 'THIRD-PARTY-NOTICES.txt';

/** Tells Firefox that a text is UTF-8: extension files come without a character encoding there. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Writes the notices of what a finished build holds into its `folder`, and beside that folder which modules are in which
 * script, for the test that looks whether each has its notice.
 */
export async function writeNotices(folder: string, output: BuildOutput): Promise<void> {
  const chunks = output.steps.flatMap(({ chunks }) => chunks.filter((file) => file.type === 'chunk'));
  const modules = Object.fromEntries(chunks.map(({ fileName, moduleIds }) => [fileName, moduleIds]));
  await writeFile(`${folder}-modules.json`, JSON.stringify(modules, undefined, 2));
  await writeFile(join(folder, NOTICES_FILE), BYTE_ORDER_MARK + thirdPartyNotices(Object.values(modules).flat()));
  output.publicAssets.push({ type: 'asset', fileName: NOTICES_FILE });
}
