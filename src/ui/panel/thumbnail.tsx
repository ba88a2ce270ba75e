import type { JSX } from 'preact';

/** Device pixels of the thumbnail: twice its size in the panel. */
const WIDTH = 112;
const HEIGHT = 80;

/**
 * The clicked picture, drawn from its element: no request, no copy of its bytes, and no rule of the page's content
 * security policy to pass (a canvas has no address).
 */
export function Thumbnail({ media }: { readonly media: Element | undefined }): JSX.Element | null {
  if (!(media instanceof HTMLImageElement) || media.naturalWidth === 0) return null;
  return (
    <span aria-hidden="true">
      <canvas ref={(canvas) => draw(canvas, media)} width={WIDTH} height={HEIGHT} />
    </span>
  );
}

function draw(canvas: HTMLCanvasElement | null, image: HTMLImageElement): void {
  const scale = Math.max(WIDTH / image.naturalWidth, HEIGHT / image.naturalHeight);
  const width = image.naturalWidth * scale;
  const height = image.naturalHeight * scale;
  canvas?.getContext('2d')?.drawImage(image, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
}
