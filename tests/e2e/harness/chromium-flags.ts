import { CHROMIUM_NAMES_FLAG } from '../../fixtures/public-names.ts';
import { DISPLAY_SIZE } from './display.ts';

/** Chromium takes the last list of these alone, so this one stands for Playwright's too, as far as it matters here. */
const DISABLED_FEATURES = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  // Pages behind the address bar, which nobody types into here.
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
  // A process kept ready for the next site: here, where each test opens pages, it is a second start for each of them.
  'SpareRendererForSitePerProcess',
];

interface ChromiumFlagOptions {
  headless: boolean;
  /** A BCP 47 tag. */
  language: string;
  extraFlags: string[];
}

/** Command line that makes Chromium quiet, offline and readable. `extraFlags` come last and so win. */
export function chromiumFlags({ headless, language, extraFlags }: ChromiumFlagOptions): string[] {
  const size = `${DISPLAY_SIZE.width},${DISPLAY_SIZE.height}`;
  return [
    ...(headless ? ['--headless=new', '--disable-gpu'] : []),
    // Allows the DevTools command `Extensions.loadUnpacked`. Chrome 137 and later ignore `--load-extension`.
    '--enable-unsafe-extension-debugging',
    // Without it Chromium publishes its windows on the accessibility bus, but empty.
    ...(headless ? [] : ['--force-renderer-accessibility=basic']),
    // Without it a root user's Chromium shows a bar about --no-sandbox, which moves the page while it slides in.
    '--test-type',
    '--window-position=0,0',
    `--window-size=${size}`,
    `--lang=${language}`,
    CHROMIUM_NAMES_FLAG,

    '--no-first-run',
    '--no-default-browser-check',
    `--disable-features=${DISABLED_FEATURES.join(',')}`,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-search-engine-choice-screen',
    '--password-store=basic',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...extraFlags,
  ];
}
