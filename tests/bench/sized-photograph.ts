import type { Page } from '@playwright/test';
import { photograph } from '../e2e/image-pages.ts';

/** A JPEG of about so many bytes, as a camera would make it: a real photograph enlarged, with grain. Drawn in a page. */
export async function sizedPhotograph(page: Page, bytes: number): Promise<Buffer> {
  const drawn = await page.evaluate(drawInPage, { source: photograph().toString('base64'), bytes });
  return Buffer.from(drawn, 'base64');
}

/** The same picture as another file: with a comment (ITU-T T.81, section B.2.4.5) behind its first marker. */
export function withComment(jpeg: Buffer, text: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, text.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(text, 'latin1'), jpeg.subarray(2)]);
}

interface Wanted {
  readonly source: string;
  readonly bytes: number;
}

/** Runs in the page. Gives base64. */
async function drawInPage({ source, bytes }: Wanted): Promise<string> {
  const photo = await createImageBitmap(await (await fetch(`data:image/jpeg;base64,${source}`)).blob());
  const draw = async (width: number) => {
    const height = Math.round((width * photo.height) / photo.width);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d context');
    context.drawImage(photo, 0, 0, width, height);
    const pixels = context.getImageData(0, 0, width, height);
    for (let at = 0; at < pixels.data.length; at += 4) {
      const grain = Math.random() * 24 - 12;
      for (let channel = 0; channel < 3; channel += 1)
        pixels.data[at + channel] = (pixels.data[at + channel] ?? 0) + grain;
    }
    context.putImageData(pixels, 0, 0);
    return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  };
  const tried = await draw(1_000);
  const blob = await draw(Math.round(1_000 * Math.sqrt(bytes / tried.size)));
  const reader = new FileReader();
  const read = new Promise((resolve) => {
    reader.onload = resolve;
  });
  reader.readAsDataURL(blob);
  await read;
  return String(reader.result).split(',')[1] ?? '';
}
