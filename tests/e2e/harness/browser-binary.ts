import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Names under which a browser is installed, tried in this order, and the environment variable that overrules them. */
const BROWSERS = {
  chromium: { variable: 'CHROME_BIN', names: ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'] },
  firefox: { variable: 'FIREFOX_BIN', names: ['firefox-esr', 'firefox'] },
};

/** Path of the browser to test with. Throws, saying what to install or set, when there is none. */
export async function findBrowserBinary(browser: keyof typeof BROWSERS): Promise<string> {
  const { variable, names } = BROWSERS[browser];
  const chosen = process.env[variable];
  if (chosen !== undefined && chosen !== '') return chosen;
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const path of names.flatMap((name) => folders.map((folder) => join(folder, name)))) {
    if (await isExecutable(path)) return path;
  }
  throw new Error(`no ${browser} found: install one of ${names.join(', ')}, or set ${variable} to its path`);
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
