import { defineConfig } from '@playwright/test';

/** A whole scenario with a cold browser takes some seconds; a stuck one should not take minutes. Milliseconds. */
const TEST_LIMIT_MS = 60_000;
/** As long as the harness waits (wait-for.ts): Playwright's own 5 s are short for a browser on a busy machine. Milliseconds. */
const EXPECT_LIMIT_MS = 15_000;

export default defineConfig({
  testDir: 'tests/e2e',
  testIgnore: '**/long/**', // They have a configuration of their own.
  timeout: TEST_LIMIT_MS,
  expect: { timeout: EXPECT_LIMIT_MS },
  workers: 2,
  fullyParallel: true,
  // A test that passes only now and then is a failure to be understood.
  retries: 0,
  forbidOnly: true,
  // Beside the test: the system is no part of their name, since every one that runs the tests is a Debian.
  snapshotPathTemplate: '{testDir}/visual/{arg}{ext}',
  outputDir: 'test-results/e2e',
  reporter: 'list',
});
