// `npm run screenshots`: every surface in every language, into test-results/screenshots, to be looked at. Some languages, by
// their folders: `-- de ar`. As people with other needs see them: `-- --dark`, `--narrow` (320 px), `--sharp` (2×). The pictures
// of the store pages: `-- --store`, into docs/store/screenshots. `--built` takes the build that is there.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPageServer } from '../tests/fixtures/serve-pages.ts';
import { createSandbox } from '../tests/sandbox/create-sandbox.ts';
import { localBuildFolder, makeLocalBuild } from './local-build.ts';
import { TRANSLATIONS } from './locales/locale.ts';
import { runTool } from './run-tool.ts';
import type { Looks } from './screenshots/looks.ts';
import { SURFACE_SHOTS } from './screenshots/shots.ts';
import { STORE_SHOTS } from './screenshots/store-shots.ts';
import { openTour } from './screenshots/tour.ts';

const ROOT = join(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    built: { type: 'boolean' },
    dark: { type: 'boolean', default: false },
    narrow: { type: 'boolean', default: false },
    sharp: { type: 'boolean', default: false },
    store: { type: 'boolean', default: false },
  },
});

const looks: Looks = { isDark: values.dark, width: values.narrow ? 320 : 900, scale: values.sharp ? 2 : 1 };
const languages = positionals.length > 0 ? positionals : values.store ? ['en'] : ['en', ...TRANSLATIONS];
const folder = join(ROOT, values.store ? 'docs/store/screenshots' : 'test-results/screenshots');

if (!values.built) {
  await runTool('wxt', 'build', '-b', 'chrome');
  await makeLocalBuild('chrome');
}
const extensionFolder = localBuildFolder('chrome');
for (const language of languages) {
  const [sandbox, pages] = await Promise.all([createSandbox(), createPageServer({ routes: {} })]);
  const tour = await openTour({ language, looks, sandbox, pages, extensionFolder });
  const target = join(folder, ...(values.store && language === 'en' ? [] : [language]));
  await mkdir(target, { recursive: true });
  for (const [name, take] of Object.entries(values.store ? STORE_SHOTS : SURFACE_SHOTS)) {
    const file = join(target, `${name}${nameOf(looks)}.${values.store ? 'jpg' : 'png'}`);
    await take(tour, file);
    console.log(file);
  }
  await tour.close();
  await Promise.all([sandbox.close(), pages.close()]);
}

function nameOf({ isDark, width, scale }: Looks): string {
  return `${isDark ? '-dark' : ''}${width === 320 ? '-narrow' : ''}${scale === 2 ? '-sharp' : ''}`;
}
