import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

/** Some answers take minutes. Milliseconds. */
const TEST_LIMIT_MS = 300_000;

/** `npm run test:long`: what takes longer than a merge can wait. */
export default defineConfig({
  ...base,
  testDir: 'tests/e2e/long',
  snapshotPathTemplate: '{testDir}/../visual/{arg}{ext}',
  projects: [{}],
  timeout: TEST_LIMIT_MS,
});
