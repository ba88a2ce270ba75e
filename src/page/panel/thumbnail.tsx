import type { JSX } from 'preact';
import { logFault } from '../../core/log.ts';
import { isOwn } from '../find/element-pictures.ts';
import type { Picture } from '../find/picture.ts';

/** Device pixels of the thumbnail: twice its size in the panel. */
const WIDTH = 112;
const HEIGHT = 80;

interface ThumbnailProps {
  /** Left out: it is in another frame. */
  readonly picture?: Picture | undefined;
  /** A small picture of what was read of it, once it was. */
  readonly read?: Blob | undefined;
}

/**
 * A small picture of what is checked: of what was read, or, until then, drawn from its element. No request, and no rule of the page's
 * content security policy to pass (a canvas has no address). What a style sheet shows is shown by the same address again, which the
 * page has loaded; and so is all in a page whose sandbox (CSP) keeps scripts off: Firefox shows no canvas there, but what is in it.
 */
export function Thumbnail({ picture, read }: ThumbnailProps): JSX.Element | null {
  const url = picture?.source.kind === 'address' ? picture.source.url : undefined;
  const byAddress = url !== undefined && (
    <span
      aria-hidden="true"
      class="thumbnail"
      ref={(span) => span?.style.setProperty('background-image', `url(${CSS.escape(url)})`)}
    />
  );
  const drawable = picture && isOwn(picture) && isDrawable(picture.element) ? picture.element : undefined;
  if (!read && !drawable) return byAddress || null;
  return (
    <span aria-hidden="true" class="thumbnail">
      <canvas ref={(canvas) => void show(canvas, read, drawable).catch(logFault)} width={WIDTH} height={HEIGHT}>
        {byAddress}
      </canvas>
    </span>
  );
}

async function show(
  canvas: HTMLCanvasElement | null,
  read: Blob | undefined,
  element: Drawable | undefined,
): Promise<void> {
  if (!canvas) return;
  if (!read) return draw(canvas, element);
  const bitmap = await createImageBitmap(read);
  draw(canvas, bitmap);
  bitmap.close();
}

type Drawable = HTMLImageElement | HTMLVideoElement | HTMLCanvasElement | ImageBitmap;

function isDrawable(element: Element): element is Exclude<Drawable, ImageBitmap> {
  return (
    element instanceof HTMLCanvasElement ||
    element instanceof HTMLVideoElement ||
    (element instanceof HTMLImageElement && element.naturalWidth > 0)
  );
}

function sizeOf(media: Drawable): readonly [width: number, height: number] {
  if (media instanceof HTMLImageElement) return [media.naturalWidth, media.naturalHeight];
  return media instanceof HTMLVideoElement ? [media.videoWidth, media.videoHeight] : [media.width, media.height];
}

function draw(canvas: HTMLCanvasElement, image: Drawable | undefined): void {
  if (!image) return;
  const [imageWidth, imageHeight] = sizeOf(image);
  const scale = Math.max(WIDTH / imageWidth, HEIGHT / imageHeight);
  const [width, height] = [imageWidth * scale, imageHeight * scale];
  if (Number.isFinite(scale)) {
    canvas.getContext('2d')?.drawImage(image, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
  }
}
