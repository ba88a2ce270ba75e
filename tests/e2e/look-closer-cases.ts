import { expect } from '@playwright/test';
import { makeMoments } from '../fixtures/make-video.ts';
import { BY_MOMENT } from '../fixtures/moment-of.ts';
import { byPlace, middleOf, placePicture } from '../fixtures/place-picture.ts';
import type { PageRoutes } from '../fixtures/serve-pages.ts';
import type { Sandbox } from '../sandbox/create-sandbox.ts';
import type { Box, Point } from './harness/geometry.ts';
import type { PageTree } from './harness/page-tree.ts';
import { waitFor } from './harness/wait-for.ts';
import { pageWithImage } from './image-pages.ts';
import type { Panel } from './panel.ts';

const [WIDTH, HEIGHT] = [600, 400];

/** A page with an image that says of each of its parts where it is. */
export const PLACE_PAGE: PageRoutes = {
  '/': pageWithImage('/place.png', 'width="300"'),
  '/place.png': { body: placePicture(WIDTH, HEIGHT), type: 'image/png' },
};

/** A page with a video of 40 s that says of each moment when it is and can be cut each four seconds, and another player beside it. */
export async function longVideoPage(): Promise<PageRoutes> {
  const player = (id: string) => `<video id="${id}" src="/long.mp4" width="400" height="225" muted></video>`;
  return {
    '/': { body: `<!doctype html><title>A page</title>${player('video')}${player('other')}` },
    '/long.mp4': { body: await makeMoments(40, 4), type: 'video/mp4' },
  };
}

/** What the user does by hand. */
interface Hands {
  drag(from: Point, to: Point): Promise<void>;
}

/** Asks how firm the verdict in a panel is, and sees that each version is the part of the image that it says. */
export async function askHowFirm(panel: Panel, sandbox: Sandbox): Promise<void> {
  sandbox.next('/batch_image', byPlace(0.9));
  await panel.waitForLine('Uses 6 of your requests');
  await panel.press('How firm is this?');
  await panel.waitForLine('Depends on the version: 17–90%');
  const versions = ['Original: 50%', 'Half size: 50%', 'Saved again as JPEG and WebP: 90%', 'Centred square: 50%'];
  const thirds = ['Left third: 17%', 'Right third: 83%'];
  await expect.poll(panel.buttons).toEqual(expect.arrayContaining([...versions, ...thirds]));
  const [request] = sandbox.requests('/batch_image');
  expect(request?.parts.map(({ type }) => type)).toEqual(
    ['png', 'png', 'jpeg', 'png', 'png', 'png'].map((name) => `image/${name}`),
  );
}

/** The players of a page, and the keyboard. */
interface Players {
  /** Where each is, in seconds. */
  moments(): Promise<readonly number[]>;
  press(key: 'Right' | 'Home'): Promise<void>;
}

/**
 * Judges the video of a panel in parts, sees that each clip is from where it says, and has its player, and no other, go to a part: by a
 * click, and by a key.
 */
export async function checkByParts(panel: Panel, tree: PageTree, sandbox: Sandbox, players: Players): Promise<void> {
  sandbox.next('/batch_video', BY_MOMENT);
  await panel.waitForLine('Uses up to 4 of your requests');
  await panel.press('Check by parts');
  await panel.waitForLine('In 4 parts: under 1% – 80%');
  const bar = await tree.waitForRole('slider', 'Likelihood over time');
  await panel.waitForLine('0:00–0:04 · under 1% · Likely not AI-generated');
  const height = async () => (await (await tree.waitForRole('region', 'BitMind check')).box()).height;
  const before = await height();
  await bar.click(); // In its middle.
  await panel.waitForLine('0:20–0:24 · 50% · Inconclusive');
  await expect.poll(height).toBe(before); // Nothing below it moves.
  await expect.poll(players.moments).toEqual([20, 0]);
  await players.press('Right');
  await panel.waitForLine('0:32–0:36 · 80% · Likely AI-generated');
  await expect.poll(players.moments).toEqual([32, 0]);
  await players.press('Home');
  await players.press('Right');
  await panel.waitForLine('0:12–0:16 · 30% · Likely not AI-generated');
  await expect.poll(players.moments).toEqual([12, 0]);
}

/** Drags a rectangle over the right half of the image, beyond its edge, and checks that part. */
export async function checkRightHalf(panel: Panel, tree: PageTree, sandbox: Sandbox, { drag }: Hands): Promise<void> {
  await panel.press('Check a part');
  const { x, y, width, height } = await wholeImage(tree);
  await drag({ x: x + width / 2, y: y + height / 10 }, { x: x + width + 20, y: y + height * 0.6 });
  await panel.waitForLine(/^50\s?% × (49|50|51)\s?% of the image, 50\s?% from the left, (9|10|11)\s?% from the top$/);
  await panel.press('Check this part');
  await panel.waitForLine('Likely AI-generated');
  await panel.waitForLine(
    /^Part of the image · (299|30\d) × (19\d|20\d) pixels, (29\d|30\d) from the left, (3\d|4\d) from the top$/,
  );
  expect(lastSent(sandbox)).toEqual({ across: expect.closeTo(0.75, 1), down: expect.closeTo(0.35, 1) });
}

/** Where the image is by which a part is chosen, once it is drawn: at first its middle is chosen, half as wide and as high. */
async function wholeImage(tree: PageTree): Promise<Box> {
  const chosen = await tree.waitForRole('button', 'Part of the image to check');
  return waitFor('the image to be drawn', async () => {
    const { x, y, width, height } = await chosen.box();
    const isDrawn = Math.abs(width / height - WIDTH / HEIGHT) < 0.05;
    return isDrawn ? { x: x - width / 2, y: y - height / 2, width: 2 * width, height: 2 * height } : undefined;
  });
}

/** Where in the whole the middle lies of the image that was sent last. */
export function lastSent(sandbox: Sandbox): ReturnType<typeof middleOf> {
  return middleOf(sandbox.requests('/image').at(-1)?.body ?? Buffer.alloc(0));
}
