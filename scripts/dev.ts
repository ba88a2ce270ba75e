// `npm run dev`: the extension in Chrome (`-- firefox`: in Firefox), signed in to the sandbox, on the page of pictures. A change
// in the sources is built and loaded at once. It is the production build: what is seen here is what is shipped. `--built` begins
// with the build that is there.
import { parseArgs } from 'node:util';
import { createSamplePageRoutes } from '../tests/fixtures/sample-page-routes.ts';
import { createPageServer } from '../tests/fixtures/serve-pages.ts';
import { createSandbox } from '../tests/sandbox/create-sandbox.ts';
import { openDevBrowser } from './dev/open-dev-browser.ts';
import { watchSources } from './dev/watch-sources.ts';
import { localBuildFolder, makeLocalBuild } from './local-build.ts';
import { tryTool } from './run-tool.ts';
import { signIn } from './start/sign-in.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { built: { type: 'boolean' } } });
const name = positionals[0] === 'firefox' ? 'firefox' : 'chrome';

/** Builds; says what is wrong where it cannot. Gives the folder of the build. */
async function build(): Promise<string | undefined> {
  const { status, output } = await tryTool('wxt', 'build', '-b', name);
  if (status !== 0) console.error(output);
  return status === 0 ? makeLocalBuild(name) : undefined;
}

const folder = values.built ? localBuildFolder(name) : await build();
if (!folder) throw new Error('The extension does not build.');
const [sandbox, pages] = [await createSandbox(), await createPageServer({ routes: await createSamplePageRoutes() })];
const { browser, page, options, reload } = await openDevBrowser(name, folder);
await signIn(page, options, sandbox.origin);
await page.goto(pages.origin);
console.log(`Ready in ${name}. Close the browser to end.`);

const closing = new AbortController();
watchSources(async (file) => {
  console.log(`${file} has changed…`);
  if (await build()) {
    await reload();
    console.log('Loaded.');
  }
}, closing.signal);
await new Promise((resolve) => browser.once('disconnected', resolve));
closing.abort();
await Promise.all([sandbox.close(), pages.close()]);
