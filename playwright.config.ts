import { defineConfig } from '@playwright/test';

/** A whole scenario with a cold browser takes some seconds; a stuck one should not take minutes. Milliseconds. */
const TEST_LIMIT_MS = 60_000;

/** What a page or the panel is waited for, in milliseconds: as the harness waits (tests/e2e/harness/wait-for.ts), on a busy machine too. */
const EXPECT_LIMIT_MS = 15_000;

export default defineConfig({
  testDir: 'tests/e2e',
  timeout: TEST_LIMIT_MS,
  expect: { timeout: EXPECT_LIMIT_MS },
  workers: 2,
  fullyParallel: true,
  // A test that passes only now and then is a failure to be understood.
  retries: 0,
  forbidOnly: true,
  outputDir: 'test-results/e2e',
  reporter: 'list',
});
