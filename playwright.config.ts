import { defineConfig } from '@playwright/test';

/** A whole scenario with a cold browser takes some seconds; a stuck one should not take minutes. Milliseconds. */
const TEST_LIMIT_MS = 60_000;
/** As long as the harness waits (wait-for.ts): Playwright's own 5 s are short for a browser on a busy machine. Milliseconds. */
const EXPECT_LIMIT_MS = 15_000;

/** They have a configuration of their own. */
const LONG = '**/long/**';

/** Tests on a display, with a real mouse and the browser's own menus and prompts. */
const ON_DISPLAY = /\/((firefox|native)\/[^/]+|[\w-]*firefox)\.spec\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  timeout: TEST_LIMIT_MS,
  expect: { timeout: EXPECT_LIMIT_MS },
  workers: 3,
  fullyParallel: true,
  // Those on a display mostly wait, the others keep a core busy: one beside two fills two cores, where one beside one leaves a sixth idle.
  projects: [
    { name: 'on a display', testMatch: ON_DISPLAY, testIgnore: LONG, workers: Number(process.env.DISPLAYS ?? 1) },
    { name: 'headless', testIgnore: [ON_DISPLAY, LONG] },
  ],
  // A test that passes only now and then is a failure to be understood.
  retries: 0,
  forbidOnly: true,
  // Beside the test: the system is no part of their name, since every one that runs the tests is a Debian.
  snapshotPathTemplate: '{testDir}/visual/{arg}{ext}',
  outputDir: 'test-results/e2e',
  reporter: 'list',
});
