// `npm run test:pages -- FOLDER`: whether the right image arrives at the service from saved pages (the `.html` files of FOLDER), in
// Chromium with the production build, which `npm run build` makes. Every host is one local server, which gives each address an
// image of its own. Of each page the largest image is checked by the browser's own menu, then the page as a whole.
// What the screen looked like at a fault is in test-results/pages.
// `--without-scripts` keeps the pages' own scripts from running; `--only NAME` takes the files whose names have NAME in them.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDesktop } from '../e2e/harness/desktop.ts';
import { createSandbox } from '../sandbox/create-sandbox.ts';
import { checkPage } from './check-page.ts';
import { openPageBrowser } from './page-browser.ts';
import { savedPages } from './saved-page.ts';
import { serveEveryHost } from './serve-every-host.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'without-scripts': { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Name the folder with the saved pages: npm run test:pages -- FOLDER');

const pages = (await savedPages(folder)).filter(({ name }) => name.includes(values.only));
const web = await serveEveryHost();
const sandbox = await createSandbox();
const desktop = await startDesktop();
const browser = await openPageBrowser({ desktop, sandbox, flags: web.chromiumFlags });
const shots = join(import.meta.dirname, '../../test-results/pages');
await mkdir(shots, { recursive: true });
const faulty: string[] = [];
let images = 0;
for (const { name, address, html } of pages) {
  web.show({ address, html, hasScripts: !values['without-scripts'] });
  sandbox.reset();
  const page = await browser.open(address);
  const { says, arrived, faults } = await checkPage(browser, page).catch((error: unknown) => ({
    says: 'not checked',
    arrived: 0,
    faults: [error instanceof Error ? error.message : String(error)],
  }));
  console.log(`${faults.length > 0 ? '✗' : '✓'} ${name}: ${says}`);
  for (const fault of faults) console.log(`    ${fault}`);
  if (faults.length > 0) {
    faulty.push(name);
    await desktop.screenshot(join(shots, `${name}.png`));
  }
  images += arrived;
  await page.close();
}
await browser.close();
await desktop.stop();
await sandbox.close();
await web.close();
console.log(`${pages.length - faulty.length} of ${pages.length} pages without a fault, ${images} images`);
if (faulty.length > 0) console.log(`At fault: ${faulty.join(', ')}`);
process.exitCode = faulty.length > 0 || pages.length === 0 ? 1 : 0;
