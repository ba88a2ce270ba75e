import type { JSX } from 'preact';
import type { Picture } from '../find/picture.ts';

/** Device pixels of the thumbnail: twice its size in the panel. */
const WIDTH = 112;
const HEIGHT = 80;

/**
 * A small picture of what is checked, drawn from its element: no request, no copy of its bytes, and no rule of the page's
 * content security policy to pass (a canvas has no address). What a style sheet shows is shown by the same address again,
 * which the page has loaded.
 */
export function Thumbnail({ picture: { element, source } }: { readonly picture: Picture }): JSX.Element | null {
  if (isDrawable(element)) {
    return (
      <span aria-hidden="true" class="thumbnail">
        <canvas ref={(canvas) => draw(canvas, element)} width={WIDTH} height={HEIGHT} />
      </span>
    );
  }
  if (source.kind !== 'address') return null;
  const show = (span: HTMLElement | null) =>
    span?.style.setProperty('background-image', `url(${CSS.escape(source.url)})`);
  return <span aria-hidden="true" class="thumbnail" ref={show} />;
}

type Drawable = HTMLImageElement | HTMLVideoElement | HTMLCanvasElement;

function isDrawable(element: Element): element is Drawable {
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

function draw(canvas: HTMLCanvasElement | null, image: Drawable): void {
  const [imageWidth, imageHeight] = sizeOf(image);
  const scale = Math.max(WIDTH / imageWidth, HEIGHT / imageHeight);
  const [width, height] = [imageWidth * scale, imageHeight * scale];
  if (Number.isFinite(scale)) {
    canvas?.getContext('2d')?.drawImage(image, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
  }
}
