import { defineConfig } from 'wxt';
import { preactWithoutMarkup } from './scripts/preact-without-markup.ts';
import { manifest } from './src/manifest.ts';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  // Every name a file uses is imported by that file: nothing appears from nowhere.
  imports: false,
  manifest: ({ browser }) => manifest(browser === 'firefox'),
  vite: () => ({
    plugins: [preactWithoutMarkup()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { sourcemap: false },
  }),
  hooks: {
    // What goes into pages leaves the polyfill out: the browsers' own APIs give promises in every version the manifest
    // allows, and the polyfill would be a sixth of the script (3 kB of gzip).
    'vite:build:extendConfig'(entrypoints, config) {
      if (!entrypoints.some(({ name }) => name === 'page')) return;
      config.resolve = { ...config.resolve, alias: { ...config.resolve?.alias, 'wxt/browser': '@wxt-dev/browser' } };
    },
  },
});
