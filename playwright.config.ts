import { defineConfig } from '@playwright/test';

/** A whole scenario with a cold browser takes some seconds; a stuck one should not take minutes. Milliseconds. */
const TEST_LIMIT_MS = 60_000;

export default defineConfig({
  testDir: 'tests/e2e',
  testIgnore: '**/long/**', // They have a configuration of their own.
  timeout: TEST_LIMIT_MS,
  // One more than the two cores that are counted on: a fifth of the time tests wait, for a pause to end or a browser to start.
  workers: 3,
  fullyParallel: true,
  // A test that passes only now and then is a failure to be understood.
  retries: 0,
  forbidOnly: true,
  // Beside the test: the system is no part of their name, since every one that runs the tests is a Debian.
  snapshotPathTemplate: '{testDir}/visual/{arg}{ext}',
  outputDir: 'test-results/e2e',
  reporter: 'list',
});
