import type { PageRoutes } from '../fixtures/serve-pages.ts';
import { type Box, isWithin, shareCovered } from './harness/geometry.ts';
import type { PageTree } from './harness/page-tree.ts';
import { waitFor } from './harness/wait-for.ts';
import { pageWithImage, photographPage } from './image-pages.ts';

/** A frame with an image in it, and where the panel of the image is to stand. */
interface FrameCase {
  readonly name: string;
  readonly frame: { readonly width: number; readonly height: number };
  readonly imageWidth: number;
  readonly isInside: boolean;
}

/** What may be covered of a frame, or of an image in one with room. */
const MOST_COVERED = 1 / 3;

export const FRAME_CASES: readonly FrameCase[] = [
  { name: 'a small frame', frame: { width: 320, height: 260 }, imageWidth: 280, isInside: false },
  { name: 'a narrow, long frame', frame: { width: 300, height: 560 }, imageWidth: 260, isInside: false },
  { name: 'a frame that its image fills', frame: { width: 500, height: 260 }, imageWidth: 480, isInside: false },
  { name: 'a low, wide frame', frame: { width: 900, height: 120 }, imageWidth: 150, isInside: false },
  { name: 'a frame with room', frame: { width: 1000, height: 600 }, imageWidth: 300, isInside: true },
];

/** A page with that frame. */
export function pageWithFrame({ frame, imageWidth }: FrameCase): PageRoutes {
  const { width, height } = frame;
  return {
    '/': {
      body: `<!doctype html><title>A page</title><iframe src="/inside" width="${width}" height="${height}" style="border:0">`,
    },
    '/inside': pageWithImage('/photo.jpg', `width="${imageWidth}"`),
    '/photo.jpg': photographPage(),
  };
}

/** Waits until the panel stands where it is to: whole in view, beside the frame or in it, and over little of what is shown. */
export async function waitForPanelByFrame(
  { isInside }: FrameCase,
  tree: PageTree,
  where: { readonly frame: Box; readonly view: Box },
): Promise<void> {
  let last = '';
  await waitFor(
    `the panel ${isInside ? 'inside' : 'beside'} the frame`,
    async () => {
      const panel = await (await tree.waitForRole('region', 'BitMind check')).box();
      const image = await (await tree.waitForRole('image', 'A picture')).box();
      last = JSON.stringify({ panel, image, ...where });
      const isInView = isWithin(panel, where.view);
      if (isInside)
        return (isInView && isWithin(panel, where.frame) && shareCovered(image, panel) <= MOST_COVERED) || undefined;
      return (
        (isInView && !isWithin(panel, where.frame) && shareCovered(where.frame, panel) <= MOST_COVERED) || undefined
      );
    },
    { seen: () => last },
  );
}
