import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { onPath } from './scripts/set-up/find-chromium.mjs';

/** Painting the fixtures takes seconds of a busy machine's time. Milliseconds. */
const TEST_LIMIT_MS = 30_000;

// One after the other: each sets what the next would find.
const [chromium, firefox] = [await WxtVitest(), await WxtVitest({ browser: 'firefox' })];

/** The rooms beside the background. */
const OF_OTHER_ROOMS = 'tests/unit/{core,offscreen,page,pages,sandbox}/**/*.test.{ts,tsx}';

const UNIT = {
  // Of the projects of one run, each is told what the last one's plugin says.
  env: { BROWSER: 'chrome', CHROME: 'true', FIREFOX: '' },
  mockReset: true,
  hookTimeout: TEST_LIMIT_MS,
  setupFiles: 'tests/wait-as-long.ts',
  testTimeout: TEST_LIMIT_MS,
};

export default defineConfig({
  test: {
    silent: 'passed-only', // What goes wrong on purpose is logged.
    // Files of tests that need a program say so in their first line.
    tags: ['ffmpeg', 'exiftool', 'convert'].map((name) => ({ name, skip: !onPath(name) })),
    // Left to itself it leaves one core to others: of two, half of what there is.
    maxWorkers: '100%',
    projects: [
      {
        plugins: chromium,
        test: {
          ...UNIT,
          name: 'unit',
          include: ['tests/{unit,repo}/**/*.test.{ts,tsx}'],
          exclude: [OF_OTHER_ROOMS],
          // An environment for each file: in one for all, what one file had faked was found by the next (history.test.ts).
          isolate: true,
        },
      },
      {
        plugins: chromium,
        // Modules of these rooms keep nothing between calls, and need none, which takes a fifth of a second for each file.
        test: { ...UNIT, name: 'unit of other rooms', include: [OF_OTHER_ROOMS], isolate: false },
      },
      {
        // The whole background in Node, as Firefox runs it, in an environment of its own for each file: it changes the clock.
        plugins: firefox,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          pool: 'forks', // Its clock is moved by a channel, which threads would share.
          testTimeout: TEST_LIMIT_MS,
          hookTimeout: TEST_LIMIT_MS,
        },
      },
    ],
  },
});
