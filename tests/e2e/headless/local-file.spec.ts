import type { Page } from '@playwright/test';
import { encodePng } from '../../fixtures/encode-png.ts';
import { makeVideo } from '../../fixtures/make-video.ts';
import { paintPicture } from '../../fixtures/picture.ts';
import { picturesOf } from '../../fixtures/probe-video.ts';
import { photograph } from '../image-pages.ts';
import { expect, test } from './headless-test.ts';

interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const PHOTOGRAPH: GivenFile = { name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: photograph() };

/** Behind the beginning of a JPEG: to be shown turned clockwise (Exif 2.32, tag 0x0112 with the value 6). */
const QUARTER_TURN = Buffer.from(
  'ffe10022' + '457869660000' + '49492a0008000000' + '0100' + '120103000100000006000000' + '00000000',
  'hex',
);

test.beforeEach(async ({ user }) => {
  await user.signIn();
});

test('a file chosen in the popup is checked, byte for byte @quick @oldest', async ({ user, sandbox }) => {
  const popup = await user.openOwnPage('popup.html');
  await popup.getByLabel('Choose a file').setInputFiles(PHOTOGRAPH);
  await expect(popup.getByText('Likely not AI-generated').first()).toBeVisible();
  await popup.getByText('Details').click();
  await expect(popup.getByText('File from this computer')).toBeVisible();
  expect(sandbox.requests('/image')[0]?.body?.equals(photograph())).toBe(true);
});

test('a part of a file is checked in the popup, turned as it is shown, and the way leads back @quick', async ({
  user,
  sandbox,
}) => {
  const popup = await user.openOwnPage('popup.html');
  const buffer = Buffer.concat([photograph().subarray(0, 2), QUARTER_TURN, photograph().subarray(2)]);
  await popup.getByLabel('Choose a file').setInputFiles({ ...PHOTOGRAPH, buffer });
  await popup.getByRole('button', { name: 'Check a part' }).click();
  await expect(popup.getByRole('button', { name: 'Part of the image to check' })).toBeFocused();
  await popup.keyboard.press('Enter');
  await expect(
    popup.getByText('Part of the image · 242 × 512 pixels, 121 from the left, 256 from the top'),
  ).toBeVisible();
  const [, part] = sandbox.requests('/image');
  expect(part?.headers['content-type']).toBe('image/png');
  await popup.getByRole('button', { name: 'Back to the whole image' }).click();
  await expect(popup.getByRole('button', { name: 'Check a part' })).toBeVisible();
});

for (const act of ['drop', 'paste'] as const) {
  test(`a file given to the popup by ${act} is checked the same way`, async ({ user, sandbox }) => {
    const popup = await user.openOwnPage('popup.html');
    await popup.getByLabel('Choose a file').waitFor();
    await give(popup, act, PHOTOGRAPH);
    await expect(popup.getByText('Likely not AI-generated').first()).toBeVisible();
    expect(sandbox.requests('/image')[0]?.body?.equals(photograph())).toBe(true);
  });
}

test('a video given to the popup is checked as one of a page is: as it is, or put into an MP4 @quick', async ({
  user,
  sandbox,
}) => {
  const popup = await user.openOwnPage('popup.html');
  const [mp4, webm] = [await makeVideo('a.mp4'), await makeVideo('a.webm')];
  await popup.getByLabel('Choose a file').setInputFiles({ name: 'film.mp4', mimeType: 'video/mp4', buffer: mp4 });
  await expect(popup.getByText('Likely not AI-generated').first()).toBeVisible();
  expect(sandbox.requests('/video')[0]?.parts[0]?.bytes?.equals(mp4)).toBe(true);
  await give(popup, 'drop', { name: 'film.webm', mimeType: 'video/webm', buffer: webm });
  await expect(popup.getByText(/converted from WebM/)).toBeVisible();
  const sent = await sandbox.waitForRequest('/video', 2);
  expect(await picturesOf(sent.parts[0]?.bytes ?? Buffer.alloc(0))).toEqual(await picturesOf(webm));
  const sound = await makeVideo('sound-alone.mp4');
  await popup.getByLabel('Choose a file').setInputFiles({ name: 'song.mp4', mimeType: 'video/mp4', buffer: sound });
  await expect(popup.getByRole('status').getByText(/not an image/)).toBeVisible();
  expect(sandbox.requests('/video')).toHaveLength(2);
});

test('a file that cannot be checked is not sent, and the popup says why', async ({ user, sandbox }) => {
  const popup = await user.openOwnPage('popup.html');
  const plain = encodePng(paintPicture(64, 64, () => [20, 20, 20]));
  const cases = [
    ['report.pdf', Buffer.from('%PDF-1.7 …'), /is PDF, not an image/],
    ['notes.txt', Buffer.from('some words'), /isn’t an image, so/],
    ['broken.png', Buffer.from('\x89PNG\r\n\x1a\nbroken', 'latin1'), /file is damaged/],
    ['plain.png', plain, /a single plain colour/],
  ] as const;
  for (const [name, buffer, words] of cases) {
    await popup.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'image/png', buffer });
    await expect(popup.getByRole('status').getByText(words)).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Check a screenshot instead' })).toHaveCount(0);
  }
  expect(sandbox.requests('/image')).toHaveLength(0);
});

test('a folder is not taken, and the popup says so in the place of the answer before', async ({ user, sandbox }) => {
  const popup = await user.openOwnPage('popup.html');
  await popup.getByLabel('Choose a file').setInputFiles(PHOTOGRAPH);
  const answer = popup.getByRole('status').getByText('Likely not AI-generated');
  await expect(answer).toBeVisible();
  await dropFromDisk(popup, import.meta.dirname);
  await expect(popup.getByText(/This file couldn’t be read, so it wasn’t sent/)).toBeVisible();
  await expect(answer).toHaveCount(0);
  expect(sandbox.requests('/image')).toHaveLength(1);
});

test('a very small picture is sent only after a yes', async ({ user, sandbox }) => {
  const small = encodePng(paintPicture(24, 24, (x, y) => [x * 10, y * 10, 99]));
  const popup = await user.openOwnPage('popup.html');
  await popup.getByLabel('Choose a file').setInputFiles({ name: 'icon.png', mimeType: 'image/png', buffer: small });
  await expect(popup.getByText(/very small image \(24 × 24 pixels\)/)).toBeVisible();
  expect(sandbox.requests('/image')).toHaveLength(0);
  await popup.getByRole('button', { name: 'Check anyway' }).click();
  await expect(popup.getByText(/^Likely/).first()).toBeVisible();
  expect(sandbox.requests('/image')[0]?.body?.equals(small)).toBe(true);
});

/** A real drop of what lies at a path; a page's own script can make no folder. */
async function dropFromDisk(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 100, y: 100, data });
}

/** What the browser does when a person drops a file on a page or pastes it there. */
function give(page: Page, act: 'drop' | 'paste', { name, mimeType, buffer }: GivenFile): Promise<void> {
  return page.evaluate(
    ({ act, name, mimeType, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name, { type: mimeType }));
      const options = { bubbles: true, cancelable: true };
      document.body.dispatchEvent(
        act === 'drop'
          ? new DragEvent('drop', { ...options, dataTransfer: transfer })
          : new ClipboardEvent('paste', { ...options, clipboardData: transfer }),
      );
    },
    { act, name, mimeType, base64: buffer.toString('base64') },
  );
}
