import { AppError } from '../../core/errors/app-error.ts';
import type { DocumentJobs, JobWork } from '../../core/protocol/document-work.ts';
import type { DrawingOrder } from './draw-image.ts';

type Drawn = DocumentJobs['frameThatShows']['result'];

/** The page that draws (entrypoints/drawing.sandbox). */
const PAGE = '/drawing.html';

/** Time for its process to start, in milliseconds: a tenth of a second, on a busy machine a few. */
const START_LIMIT_MS = 10_000;

/** Time for drawing an SVG, in milliseconds. A map of 5 MB takes one second. */
const DRAWING_LIMIT_MS = 4_000;

/** Time for decoding any other image, and for its PNG, in milliseconds. An AVIF of 12 megapixels takes one second. */
const DECODING_LIMIT_MS = 10_000;

/** The largest SVG that is drawn, in bytes: one that is itself a photograph holds it as text. */
const SVG_LIMIT_BYTES = 32_000_000;

/** The most that is taken of what was drawn, in bytes: more is not sent. */
const PNG_LIMIT_BYTES = 100_000_000;

/** Ask for one drawing at a time: all frames without an origin share a process, which goes with the last of them. */
export const drawElsewhere: Pick<JobWork, 'rasterise' | 'frameThatShows'> = {
  async rasterise(image, { signal }) {
    const isDrawing = image.type === 'image/svg+xml';
    if (isDrawing && image.size > SVG_LIMIT_BYTES) throw new AppError({ code: 'costly-picture' });
    const drawn = await drawInFrame(
      { image, frame: 'first' },
      isDrawing ? DRAWING_LIMIT_MS : DECODING_LIMIT_MS,
      signal,
    );
    if (drawn) return drawn.image;
    if (isDrawing) throw new AppError({ code: 'damaged-picture' });
    throw new AppError({ code: 'format-unsupported', format: image.type === 'image/jxl' ? 'JPEG XL' : 'AVIF' });
  },
  frameThatShows: (image, { signal }) => drawInFrame({ image, frame: 'that-shows' }, DECODING_LIMIT_MS, signal),
};

/** What the page drew, with bytes of its own: those of a large one are still in that process, which ends with the frame. */
async function ownCopyOf(answer: unknown): Promise<Drawn> {
  if (typeof answer !== 'object' || answer === null || !('image' in answer && 'number' in answer)) return undefined;
  const { image, number } = answer;
  if (!(image instanceof Blob) || typeof number !== 'number') return undefined;
  if (image.size > PNG_LIMIT_BYTES) throw new AppError({ code: 'costly-picture' });
  return { image: new Blob([await image.arrayBuffer()], { type: 'image/png' }), number };
}

/**
 * Draws in a process that ends with it, within a limit of time or when the signal says so: the frame has no origin and therefore, in
 * Chromium, a process of its own, which goes when the frame is removed, whatever it is at. Throws `costly-picture` at the limit;
 * undefined: the browser does not decode it.
 */
async function drawInFrame(order: DrawingOrder, limitMs: number, signal: AbortSignal | undefined): Promise<Drawn> {
  signal?.throwIfAborted();
  const frame = document.createElement('iframe');
  const { port1: port, port2: itsPort } = new MessageChannel();
  const listening = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<Drawn>((resolve, reject) => {
      const giveUp = () => reject(new AppError({ code: 'costly-picture' }));
      signal?.addEventListener('abort', () => reject(signal.reason), { signal: listening.signal });
      port.onmessage = ({ data }) => ownCopyOf(data).then(resolve, reject);
      port.addEventListener('close', giveUp, { signal: listening.signal }); // Its process ran out of memory.
      frame.onload = () => {
        clearTimeout(timer);
        timer = setTimeout(giveUp, limitMs);
        frame.contentWindow?.postMessage(order, '*', [itsPort]); // It has no origin that could be named.
      };
      timer = setTimeout(giveUp, START_LIMIT_MS);
      frame.src = PAGE;
      document.documentElement.append(frame);
    });
  } finally {
    clearTimeout(timer);
    listening.abort();
    frame.remove();
    port.close();
  }
}
