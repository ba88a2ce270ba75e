import { AppError } from '../../core/errors/app-error.ts';
import type { DocumentWork } from '../../core/protocol/document-work.ts';
import { sendToOffscreen } from '../../core/protocol/offscreen-port.ts';
import { withOffscreenDocument } from '../browser/offscreen.ts';
import { convertInOffscreen } from './convert-offscreen.ts';

/** A document is opened for it, and goes some time after. */
const IN_OFFSCREEN: DocumentWork = {
  readFileMetadata: (request) => withOffscreenDocument(() => sendToOffscreen('readFileMetadata', request)),
  async rasterise(svg) {
    const image = await withOffscreenDocument(() => sendToOffscreen('rasterise', { svg }));
    if (!image) throw new AppError({ code: 'damaged-picture' });
    return image;
  },
  convertVideo: (file, name, watch) =>
    withOffscreenDocument(() => convertInOffscreen(file, name, watch), { isHeavy: true }),
};

let here: DocumentWork | undefined;

/** Has this background, which has a document (Firefox), do the work itself. Call it while the background starts. */
export function workInBackground(work: DocumentWork): void {
  here = work;
}

/** Who does what needs a document. */
export function inDocument(): DocumentWork {
  return here ?? IN_OFFSCREEN;
}
