import type { PageServer } from '../fixtures/serve-pages.ts';
import type { Box } from './harness/geometry.ts';
import { type PageTree, unlessGone } from './harness/page-tree.ts';
import { waitFor } from './harness/wait-for.ts';
import { numberedPicture } from './many-pictures.ts';

/** Names of the images of `setPageOfNamedImages`. */
const NAME = /^Image \d$/;
/** Names of badges of the verdict that the sandbox gives by itself. */
const BADGE = /% · Likely not AI-generated$/;
/** The distance of a badge from the corner of its image, and what of it may be rounding, in CSS pixels. */
const [INSET, ROUNDING] = [4, 2];

/** A page of three images with names, wide apart, that can be scrolled. */
export function setPageOfNamedImages(pages: PageServer, doctype = '<!doctype html>'): void {
  const images = [0, 1, 2].map(
    (at) =>
      `<p style="margin: 30px ${10 + 40 * at}px"><img alt="Image ${at}" src="/p/${at}.png" width="90" height="90">`,
  );
  pages.setRoutes({
    '/': { body: `${doctype}<html lang="en"><title>Images</title><h1>Images</h1>${images.join('')}` },
    ...Object.fromEntries(
      [0, 1, 2].map((at) => [`/p/${at}.png`, { body: numberedPicture(at, 90), type: 'image/png' }]),
    ),
  });
}

/** Waits until there are so many badges in a page, as a screen reader finds them. */
export async function waitForBadges(tree: PageTree, count: number): Promise<void> {
  await tree.waitForCount(count, 'button', BADGE);
}

/** Waits until each image has a badge in its upper left corner, in which boxes are `zoom` times as large. */
export async function waitForBadgesOnImages(tree: PageTree, zoom: number): Promise<void> {
  const boxes = async (role: string, name: RegExp) =>
    Promise.all((await tree.findByRole(role, name)).map((node) => node.box()));
  let last = '';
  await waitFor(
    `a badge in the corner of each image ${zoom} times as large`,
    async () => {
      const images = await unlessGone(() => boxes('image', NAME));
      const badges = await unlessGone(() => boxes('button', BADGE));
      if (!images || !badges) return undefined; // They are drawn anew.
      last = JSON.stringify({ images, badges });
      const isLarge = images.every(({ width }) => Math.abs(width - 90 * zoom) <= ROUNDING * zoom);
      const areMarked = images.every((image) => badges.some((badge) => isInCorner(badge, image, zoom)));
      return (images.length === 3 && badges.length === 3 && isLarge && areMarked) || undefined;
    },
    { seen: async () => last },
  );
}

function isInCorner(badge: Box, image: Box, zoom: number): boolean {
  const isNear = (distance: number) => Math.abs(distance - INSET * zoom) <= ROUNDING * zoom;
  return isNear(badge.x - image.x) && isNear(badge.y - image.y);
}
