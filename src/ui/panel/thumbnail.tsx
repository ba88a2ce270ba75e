import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Device pixels of the thumbnail: twice its size in the panel. */
const WIDTH = 112;
const HEIGHT = 80;

/**
 * The clicked picture, drawn from its element: no request, no copy of its bytes, and no rule of the page's content
 * security policy to pass (a canvas has no address).
 */
export function Thumbnail({ media }: { readonly media: Element | undefined }): JSX.Element | null {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isDrawable = media instanceof HTMLImageElement && media.naturalWidth > 0;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !isDrawable) return;
    const scale = Math.max(WIDTH / media.naturalWidth, HEIGHT / media.naturalHeight);
    const width = media.naturalWidth * scale;
    const height = media.naturalHeight * scale;
    context.drawImage(media, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
  }, [media, isDrawable]);
  return isDrawable ? <canvas ref={canvas} width={WIDTH} height={HEIGHT} aria-hidden="true" /> : null;
}
