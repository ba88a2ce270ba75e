import { defineConfig } from 'wxt';
import { borrowModules } from './scripts/borrow-modules.ts';
import { PACKAGED_ASSETS } from './scripts/notices/packaged-assets.ts';
import { writeNotices } from './scripts/notices/write-notices.ts';
import { preactWithoutMarkup } from './scripts/preact-without-markup.ts';
import { manifest } from './src/manifest.ts';

/** The scripts that run in pages, but for the recorder, which uses no API. */
const IN_PAGES = ['page', 'page-check', 'pixels', 'clip'];

/** Of those, the ones that borrow from page.js, behind which they always come. */
const BORROWING = ['page-check', 'pixels'];

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  // Every name a file uses is imported by that file: nothing appears from nowhere.
  imports: false,
  manifest: ({ browser }) => manifest(browser === 'firefox'),
  vite: () => ({
    plugins: [preactWithoutMarkup()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // As the manifest's versions: older ones would get style sheets twice as long.
    build: { sourcemap: false, cssTarget: ['chrome148', 'firefox140'] },
  }),
  hooks: {
    // What packages hold comes from there, not from copies of ours.
    'build:publicAssets'(_wxt, files) {
      for (const { name, path } of PACKAGED_ASSETS) files.push({ absoluteSrc: path, relativeDest: name });
    },
    'build:done': ({ config }, output) => writeNotices(config.outDir, output),
    // What goes into pages leaves the polyfill out: the browsers' own APIs give promises in every version the manifest
    // allows, and the polyfill would be a sixth of page.js (3 kB of gzip).
    'vite:build:extendConfig'(entrypoints, config) {
      if (!entrypoints.some(({ name }) => IN_PAGES.includes(name))) return;
      if (entrypoints.some(({ name }) => BORROWING.includes(name))) config.plugins = [config.plugins, borrowModules()];
      config.resolve = { ...config.resolve, alias: { ...config.resolve?.alias, 'wxt/browser': '@wxt-dev/browser' } };
    },
  },
});
