import { defineConfig } from 'wxt';
import { manifest } from './src/manifest.ts';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  // Every name a file uses is imported by that file: nothing appears from nowhere.
  imports: false,
  manifest: ({ browser, mode }) => manifest({ firefox: browser === 'firefox', testHosts: mode === 'test' }),
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { sourcemap: false },
  }),
});
