import { readFileSync } from 'node:fs';
import type { BuildOptions } from 'vite';
import { defineConfig } from 'wxt';
import { borrowModules } from './scripts/borrow-modules.ts';
import { PACKAGED_ASSETS } from './scripts/notices/packaged-assets.ts';
import { BYTE_ORDER_MARK, writeNotices } from './scripts/notices/write-notices.ts';
import { preactWithoutMarkup } from './scripts/preact-without-markup.ts';
import { manifest } from './src/manifest.ts';

/** Whose modules a script borrows: of those behind which it always comes into a page. */
const LENDERS: Readonly<Record<string, readonly ('page' | 'panel')[]>> = {
  panel: ['page'],
  'page-check': ['page', 'panel'],
  pixels: ['page'],
  'show-media': ['page'],
  part: ['page', 'panel'],
};

/** How far a verdict can be trusted: its name in the extension. */
const TRUST_TEXT = 'trust.txt';

/** What a page loads later names its style sheets alone: most of its scripts are there by then, and their names are half a kilobyte. */
const MODULE_PRELOAD: BuildOptions['modulePreload'] = {
  polyfill: false,
  resolveDependencies: (_file, dependencies, { hostType }) =>
    hostType === 'html' ? dependencies : dependencies.filter((one) => one.endsWith('.css')),
};

/** Firefox has always had what webextension-polyfill gives. */
let isForFirefox = false;

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
    build: { sourcemap: false, modulePreload: MODULE_PRELOAD, cssTarget: ['chrome148', 'firefox140'] },
  }),
  hooks: {
    // What packages hold comes from there, not from copies of ours; and a document of ours from where it is.
    'build:publicAssets'(_wxt, files) {
      for (const { name, path } of PACKAGED_ASSETS) files.push({ absoluteSrc: path, relativeDest: name });
      files.push({ contents: BYTE_ORDER_MARK + readFileSync('docs/trust.md', 'utf8'), relativeDest: TRUST_TEXT });
    },
    'prepare:publicPaths': (_wxt, paths) => void paths.push(TRUST_TEXT),
    'config:resolved'({ config }) {
      isForFirefox = config.browser === 'firefox';
      // Without any types, "imports: false" still imports what a file merely names: a parameter "storage" brought a package along.
      Object.assign(config.imports, { imports: [], presets: [] });
    },
    'build:done': ({ config }, output) => writeNotices(config.outDir, output),
    // Chromium's background alone has the polyfill: both browsers have `browser`, which gives promises, in every version the manifest
    // allows, so that it wraps nothing (tests/e2e/headless/unanswered.spec.ts). Elsewhere 2.5 kB of gzip would be loaded for that.
    'vite:build:extendConfig'(entrypoints, config) {
      if (!isForFirefox && entrypoints.some(({ name }) => name === 'background')) return;
      const lenders = entrypoints.flatMap(({ name }) => LENDERS[name] ?? []);
      if (lenders.length > 0) config.plugins = [config.plugins, borrowModules(lenders)];
      config.resolve = { ...config.resolve, alias: { ...config.resolve?.alias, 'wxt/browser': '@wxt-dev/browser' } };
    },
  },
});
