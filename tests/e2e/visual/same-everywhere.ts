import { join } from 'node:path';

/** Environment of a browser that draws the same on every machine: the same fonts, without hinting, and one time zone. */
export const SAME_EVERYWHERE = { FONTCONFIG_FILE: join(import.meta.dirname, 'fonts.conf'), TZ: 'UTC' };

/** Further flags for Chromium to the same end; no scroll bars, which are the desktop's. */
export const CHROMIUM_SAME_EVERYWHERE = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];
