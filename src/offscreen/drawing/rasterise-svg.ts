import { atMost } from '../../core/at-most.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { JobWatch } from '../../core/protocol/document-work.ts';

/** The page that draws (entrypoints/drawing.sandbox). */
const PAGE = '/drawing.html';

/** Time for its process to start, in milliseconds: a tenth of a second, on a busy machine a few. */
const START_LIMIT_MS = 10_000;

/** Time for drawing, in milliseconds. A map of 5 MB takes one second. */
const DRAWING_LIMIT_MS = 4_000;

/** The largest SVG that is drawn, in bytes: one that is itself a photograph holds it as text. */
const SVG_LIMIT_BYTES = 32_000_000;

/** The most that is taken of what was drawn, in bytes: four for each pixel that the page draws at most, and some for the format. */
const PNG_LIMIT_BYTES = 70_000_000;

/** All frames of one page without an origin share a process, and it ends with the last of them: so there is one at a time. */
const inTurn = atMost(1);

/**
 * An SVG image as PNG, drawn in a process that ends with it, within its limits or when the signal says so: the frame has no origin
 * and therefore, in Chromium, a process of its own, which goes when the frame is removed, whatever it is at.
 * Throws `costly-picture` for one beyond the limits, `damaged-picture` for what is none.
 */
export async function rasteriseSvg(svg: Blob, { signal }: JobWatch): Promise<Blob> {
  if (svg.size > SVG_LIMIT_BYTES) throw new AppError({ code: 'costly-picture' });
  return inTurn(() => drawInFrame(svg, signal), signal);
}

/** What the page drew, with bytes of its own: those of a large one are still in that process, which ends with the frame. */
async function ownPng(drawn: unknown): Promise<Blob> {
  if (!(drawn instanceof Blob)) throw new AppError({ code: 'damaged-picture' });
  if (drawn.size > PNG_LIMIT_BYTES) throw new AppError({ code: 'costly-picture' });
  return new Blob([await drawn.arrayBuffer()], { type: 'image/png' });
}

async function drawInFrame(svg: Blob, signal: AbortSignal | undefined): Promise<Blob> {
  const frame = document.createElement('iframe');
  const { port1: port, port2: itsPort } = new MessageChannel();
  const listening = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<Blob>((resolve, reject) => {
      const giveUp = () => reject(new AppError({ code: 'costly-picture' }));
      signal?.addEventListener('abort', () => reject(signal.reason), { signal: listening.signal });
      port.onmessage = ({ data }) => ownPng(data).then(resolve, reject);
      port.addEventListener('close', giveUp, { signal: listening.signal }); // Its process ran out of memory.
      frame.onload = () => {
        clearTimeout(timer);
        timer = setTimeout(giveUp, DRAWING_LIMIT_MS);
        frame.contentWindow?.postMessage(svg, '*', [itsPort]); // It has no origin that could be named.
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
