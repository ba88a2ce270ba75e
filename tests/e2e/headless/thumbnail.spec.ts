import { encodePng } from '../../fixtures/encode-png.ts';
import { paintPicture } from '../../fixtures/picture.ts';
import { chromiumPageTree } from '../harness/chromium-page-tree.ts';
import { settled } from '../settled.ts';
import { expect, test } from './headless-test.ts';

const RED = encodePng(paintPicture(400, 300, (across, down) => [255, 120 * across, 60 * down]));
const GREEN = encodePng(paintPicture(400, 300, (across, down) => [120 * across, 255, 60 * down]));

const PAGE = `<!doctype html><title>A page</title>
  <img id="image" alt="A picture" src="/red.png" width="400" height="300" style="content: url(/green.png)">`;

test('the thumbnail shows what is judged, not what the element names @quick', async ({ user, pages }) => {
  pages.setRoutes({
    '/': { body: PAGE },
    '/red.png': { body: RED, type: 'image/png' },
    '/green.png': { body: GREEN, type: 'image/png' },
  });
  await user.signIn();
  const page = await user.visit(pages.origin);
  await (await user.check(page, '#image')).waitForLine('Likely not AI-generated');
  const region = await chromiumPageTree(page).waitForRole('region', 'BitMind check');
  const colours = async () => {
    const { x, y, width, height } = await region.box();
    const shot = await page.screenshot({ clip: { x, y, width, height } });
    return page.evaluate(coloursIn, shot.toString('base64'));
  };
  await expect.poll(async () => (await colours()).green).toBeGreaterThan(1_000);
  expect(await settled('the thumbnail is drawn', colours)).toMatchObject({ red: 0 });
});

/** How many pixels of a PNG are vividly red, and green. Runs in the page. */
async function coloursIn(png: string): Promise<{ red: number; green: number }> {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes]));
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  if (!context) throw new Error('no 2d context');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let [red, green] = [0, 0];
  for (let at = 0; at < data.length; at += 4) {
    const [r = 0, g = 0] = [data[at], data[at + 1]];
    if (r > 230 && g < 150) red += 1;
    if (g > 230 && r < 150) green += 1;
  }
  return { red, green };
}
