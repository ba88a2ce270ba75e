import type { JSX } from 'preact';
import type { Picture } from '../../media/find/picture.ts';

/** Device pixels of the thumbnail: twice its size in the panel. */
const WIDTH = 112;
const HEIGHT = 80;

/**
 * A small picture of what is checked, drawn from its element: no request, no copy of its bytes, and no rule of the page's
 * content security policy to pass (a canvas has no address). What a style sheet shows is shown by the same address again,
 * which the page has loaded.
 */
export function Thumbnail({ picture: { element, source } }: { readonly picture: Picture }): JSX.Element | null {
  if (element instanceof HTMLCanvasElement || (element instanceof HTMLImageElement && element.naturalWidth > 0)) {
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

function draw(canvas: HTMLCanvasElement | null, image: HTMLImageElement | HTMLCanvasElement): void {
  const [imageWidth, imageHeight] =
    image instanceof HTMLImageElement ? [image.naturalWidth, image.naturalHeight] : [image.width, image.height];
  const scale = Math.max(WIDTH / imageWidth, HEIGHT / imageHeight);
  const [width, height] = [imageWidth * scale, imageHeight * scale];
  if (Number.isFinite(scale)) {
    canvas?.getContext('2d')?.drawImage(image, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
  }
}
