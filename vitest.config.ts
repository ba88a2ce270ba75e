import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Painting the fixtures takes seconds of a busy machine's time. Milliseconds. */
const TEST_LIMIT_MS = 30_000;

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/{unit,repo}/**/*.test.{ts,tsx}'],
    mockReset: true,
    testTimeout: TEST_LIMIT_MS,
  },
});
