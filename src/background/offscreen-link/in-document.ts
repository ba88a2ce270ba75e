import { AppError } from '../../core/errors/app-error.ts';
import { logFault } from '../../core/log.ts';
import type {
  DocumentJobs,
  DocumentWork,
  JobName,
  JobWatch,
  UploadOrder,
  UploadOutcome,
} from '../../core/protocol/document-work.ts';
import { withOffscreenDocument } from '../browser/offscreen.ts';
import { whileRedirectsAreStopped } from '../browser/redirect-guard.ts';
import { followJob } from './follow-job.ts';
import { sendToOffscreen } from './send-to-offscreen.ts';

/** A document is opened for it, and goes some time after. */
const IN_OFFSCREEN: Omit<DocumentWork, 'upload'> = {
  readFileMetadata: (request) => withOffscreenDocument(() => sendToOffscreen('readFileMetadata', request)),
  rasterise: jobInOffscreen('rasterise', () => {
    throw new AppError({ code: 'costly-picture' });
  }),
  frameThatShows: jobInOffscreen('frameThatShows', () => undefined),
  convertVideo: jobInOffscreen('convertVideo', ({ name }) => {
    throw new AppError({ code: 'video-format-unsupported', format: name });
  }),
  cutVideo: jobInOffscreen('cutVideo', () => {
    throw new AppError({ code: 'video-uncut' });
  }),
};

/** Does one job in the offscreen document; `whenLost`: what it comes to where the document has gone, and the job with it. */
function jobInOffscreen<Name extends JobName>(
  name: Name,
  whenLost: (order: DocumentJobs[Name]['order']) => DocumentJobs[Name]['result'],
): (order: DocumentJobs[Name]['order'], watch: JobWatch) => Promise<DocumentJobs[Name]['result']> {
  return async (order, watch) => {
    // A name of its own: two at once must not be taken for each other.
    const follow = () => followJob(name, crypto.randomUUID(), order, watch);
    const end = await withOffscreenDocument(follow, { isHeavy: name === 'convertVideo' || name === 'cutVideo' });
    watch.signal?.throwIfAborted();
    return 'lost' in end ? whenLost(order) : end.result;
  };
}

/** What Firefox's event page does. Nothing there could end a drawing once it has begun. */
export type WorkInBackground = Omit<DocumentWork, 'rasterise'>;

let here: DocumentWork | undefined;

/** Has this background, which has a document (Firefox), do the work itself. Call it while the background starts. */
export function workInBackground(work: WorkInBackground): void {
  here = {
    ...work,
    // What the page shows of a drawing has to do: it has drawn that already, and in a process of its own.
    rasterise: async (image) => {
      if (image.type === 'image/svg+xml') throw new AppError({ code: 'drawing' });
      return image;
    },
  };
}

/** Who does what needs a document. */
export function inDocument(): Omit<DocumentWork, 'upload'> {
  return here ?? IN_OFFSCREEN;
}

/** Keeps a document at hand while `work` goes on: opening one takes longer than a small piece of work in it. */
export function whileInDocument(work: () => Promise<void>): Promise<void> {
  return here ? work() : withOffscreenDocument(work);
}

/** Opens a document that will be needed soon, where there is none. */
export function openDocumentSoon(): void {
  if (!here) withOffscreenDocument(async () => undefined).catch(logFault);
}

/** Sends media; without an order, goes on waiting for what an earlier background has sent under this id. */
export type Upload = (id: string, order: UploadOrder | undefined, watch: JobWatch) => Promise<UploadOutcome>;

/** What an upload comes to of which nothing is heard any more. */
const LOST = { gone: 'network', unknown: 'unknown-job', stopped: 'aborted' } as const;

/** Sends media to the service, in a document. Where the background does that itself, nothing outlives it. */
export const upload: Upload = (id, order, watch) =>
  whileRedirectsAreStopped(async () => {
    if (here) return order ? here.upload(order, watch) : { failure: LOST.unknown };
    const end = await withOffscreenDocument(() => followJob('upload', id, order, watch));
    return 'lost' in end ? { failure: LOST[end.lost] } : end.result;
  });
