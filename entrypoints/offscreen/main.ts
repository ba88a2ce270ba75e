import { rasteriseSvg } from '../../src/media/rasterise-svg.ts';
import type { ToOffscreen } from '../../src/messaging/protocol.ts';
import { receiveFromBackground } from '../../src/messaging/receive-in-page.ts';

// What Chromium's service worker cannot do for want of a document.
receiveFromBackground<ToOffscreen>({ rasterise: ({ svg }) => rasteriseSvg(svg) });
