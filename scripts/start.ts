// `npm start`: the extension in a browser, signed in to the sandbox, on a page of pictures to try it on. Where there is no
// display it tries them by itself. `npm start -- --service https://…` leaves the sandbox out; `--built` takes the build that is there.
import { parseArgs } from 'node:util';
import { createSamplePageRoutes } from '../tests/fixtures/sample-page-routes.ts';
import { createPageServer } from '../tests/fixtures/serve-pages.ts';
import { createSandbox } from '../tests/sandbox/create-sandbox.ts';
import { localBuildFolder, makeLocalBuild } from './local-build.ts';
import { runTool } from './run-tool.ts';
import { checkByItself } from './start/check-by-itself.ts';
import { hasDisplay } from './start/has-display.ts';
import { openBrowser } from './start/open-browser.ts';
import { signIn } from './start/sign-in.ts';

const { values } = parseArgs({ options: { service: { type: 'string' }, built: { type: 'boolean' } } });

/** Builds, unless the build that is there is to be taken. Gives the folder. */
async function build(): Promise<string> {
  if (values.built) return localBuildFolder('chrome');
  console.log('Building…');
  await runTool('wxt', 'build', '-b', 'chrome');
  return makeLocalBuild('chrome');
}

const folder = await build();
const pages = await createPageServer({ routes: await createSamplePageRoutes() });
const sandbox = values.service ? undefined : await createSandbox();
const { browser, extensionId } = await openBrowser(folder, !hasDisplay());
const options = `chrome-extension://${extensionId}/options.html`;
const page = await browser.newPage();

if (sandbox) {
  await signIn(page, options, sandbox.origin);
  console.log(`Signed in to the sandbox at ${sandbox.origin}.`);
} else {
  console.log(`Sign in on the options page, with the service address ${values.service}.`);
}

if (!hasDisplay() && sandbox) {
  console.log('There is no display here, so the sample images are checked without a mouse:');
  console.table(await checkByItself(browser, page, pages.origin));
  await browser.close();
} else if (!hasDisplay()) {
  await browser.close();
  console.error('There is no display here, so nobody can sign in. Start without --service to see the sandbox at work.');
  process.exitCode = 1;
} else {
  await page.goto(sandbox ? pages.origin : options);
  if (values.service) await page.locator('::-p-aria([name="Service address"][role="textbox"])').fill(values.service);
  if (!sandbox) await (await browser.newPage()).goto(pages.origin).then(() => page.bringToFront());
  console.log('Right-click an image, then “Check with BitMind”. Close the browser to end.');
  await new Promise((resolve) => browser.once('disconnected', resolve));
}
await sandbox?.close();
await pages.close();
