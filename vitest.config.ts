import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { onPath } from './scripts/set-up/find-chromium.mjs';

/** Painting the fixtures takes seconds of a busy machine's time. Milliseconds. */
const TEST_LIMIT_MS = 30_000;

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/{unit,repo}/**/*.test.{ts,tsx}'],
    // Files of tests that make media say so in their first line.
    tags: [{ name: 'ffmpeg', skip: !onPath('ffmpeg') }],
    mockReset: true,
    // One environment a worker, not one a file: two thirds of the time. What a test changes in it, it puts back.
    isolate: false,
    testTimeout: TEST_LIMIT_MS,
  },
});
