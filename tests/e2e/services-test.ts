import { test as base } from '@playwright/test';
import { onMakingFiles } from '../fixtures/kept-files.ts';
import { createPageServer, type PageServer } from '../fixtures/serve-pages.ts';
import { createSandbox, type Sandbox } from '../sandbox/create-sandbox.ts';

/** What the start of a browser may take that serves many tests; it is not counted to the test that is the first. Milliseconds. */
export const BROWSER_START_MS = 60_000;

/** What making a file may take, beside what a test may take that is the first to need it. Milliseconds. */
const MAKING_MS = 120_000;
onMakingFiles(() => base.setTimeout(base.info().timeout + MAKING_MS));

interface Services {
  /** The service the extension talks to. */
  readonly sandbox: Sandbox;
  /** The pages the user visits; without routes until the test sets them. */
  readonly pages: PageServer;
}

/** A sandbox and a page server for each test. */
export const test = base.extend<Services>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
  sandbox: async ({}, use) => {
    const sandbox = await createSandbox();
    await use(sandbox);
    await sandbox.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  pages: async ({}, use) => {
    const pages = await createPageServer({ routes: {} });
    await use(pages);
    await pages.close();
  },
});

export { expect } from '@playwright/test';
