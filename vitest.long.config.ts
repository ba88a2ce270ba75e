import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** `npm run test:long`: what takes longer than a merge can wait. */
export default defineConfig({ plugins: await WxtVitest(), test: { include: ['tests/long/**/*.test.ts'] } });
