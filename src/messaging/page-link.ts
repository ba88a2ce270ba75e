import type { CheckRecord } from '../check/check-record.ts';
import { AppError } from '../errors/app-error.ts';
import type { OnScreen, PageRead } from '../media/page-media.ts';
import { injectPageScript } from '../platform/page-script.ts';
import { z } from '../schema.ts';
import type { PanelView } from './panel-view.ts';
import { sendToPage } from './send.ts';

const pixels = z.number().check(z.gte(1), z.lte(1_000_000));
const shown = z.exactOptional(z.object({ width: pixels, height: pixels }));
const pageReadSchema = z.union([
  z.object({ blob: z.instanceof(Blob), shown }),
  z.object({ unreadable: z.literal(true), shown, status: z.number().check(z.gte(400), z.lte(599)) }),
  z.object({ unreadable: z.literal(true), shown }),
]);

const length = z.number().check(z.gte(0), z.lte(100_000));
const onScreenSchema = z.object({
  left: length,
  top: length,
  width: length.check(z.gt(0)),
  height: length.check(z.gt(0)),
  viewportWidth: length.check(z.gt(0)),
  isPartial: z.boolean(),
});

/**
 * Opens the panel of a check in the frame that was clicked, or in the top one where that frame is out of reach. False
 * where no script may run: then the popup alone shows the check.
 */
export async function showPanel({ media }: CheckRecord, view: PanelView): Promise<boolean> {
  const { tabId, frameId, url, targetElementId } = media;
  const request = { view, media: { url, ...(targetElementId !== undefined && { targetElementId }) } };
  for (const frame of [...new Set([frameId, 0])].map((id) => ({ tabId, frameId: id }))) {
    // Most often the script is not there yet, and no answer says so faster than any question.
    const open = () => sendToPage(frame, 'openPanel', request);
    const isShown = await open().catch(async () => (await injectPageScript(frame)) && open());
    if (isShown) return true;
  }
  return false;
}

/** Step 1 of the ladder. A frame that does not answer could not read. */
export async function readInPage({ id, media }: CheckRecord): Promise<PageRead> {
  // No script in that frame, or the page has gone: the ladder has further steps.
  const answer: unknown = await sendToPage(media, 'readMedia', { checkId: id }).catch(() => undefined);
  const parsed = pageReadSchema.safeParse(answer);
  return parsed.success ? parsed.data : { unreadable: true };
}

/** Runs `capture` while the panel is out of the picture, with the place of the media on the screen. */
export async function whileCapturable<T>(check: CheckRecord, capture: (area: OnScreen) => Promise<T>): Promise<T> {
  const frame = check.media;
  const answer: unknown = await sendToPage(frame, 'prepareCapture', { checkId: check.id }).catch((cause) => {
    throw new AppError({ code: 'frame-out-of-reach' }, { cause });
  });
  try {
    const area = onScreenSchema.safeParse(answer);
    if (!area.success) throw new AppError({ code: 'media-gone' });
    return await capture(area.data);
  } finally {
    // A page that has gone meanwhile has no panel to bring back.
    await sendToPage(frame, 'finishCapture', {}).catch(() => undefined);
  }
}
