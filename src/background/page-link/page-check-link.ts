import type { MediaKind } from '../../core/check/media-reference.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { type CollectedFrame, collectedFrameSchema, mediaAddressSchema } from '../../core/media/page-media.ts';
import { MAX_COLLECTED } from '../../core/media/told-limits.ts';
import { atMost } from '../at-most.ts';
import { type Frame, injectPageCheck, injectPageCheckEverywhere } from '../browser/inject-scripts.ts';
import { within } from '../within.ts';
import { sendToPage, tellFrames } from './send-to-page.ts';

/** How long the frames of a page have for each step, in milliseconds. Even a busy one is well within this. */
const FRAME_LIMIT_MS = 10_000;

/** Frames that are asked at the same time: each may tell of some megabytes. */
const ASKED_AT_ONCE = 32;

/** What a frame holds, and which it is. */
export interface FoundFrame extends CollectedFrame {
  readonly frameId: number;
}

/**
 * What the frames of a tab hold, outer ones first. None where no script may run. A frame that does not answer in time, or
 * answers what no script of ours would, is left out; so is an address that is none of a picture's. Of all frames together no more is
 * taken than one may tell: a page may have thousands of them. Throws `page-silent` where the page itself hangs.
 */
export async function collectInPage(tabId: number, kind: MediaKind): Promise<readonly FoundFrame[]> {
  const frameIds = await reachableFrames(tabId);
  const inTurn = atMost(ASKED_AT_ONCE);
  let told = 0;
  const ask = async (frameId: number): Promise<FoundFrame[]> => {
    if (told >= MAX_COLLECTED) return [];
    const answer = sendToPage({ tabId, frameId }, 'collectMedia', { kind }).catch(() => undefined);
    const frame = parsedFrame(await within(FRAME_LIMIT_MS, answer));
    told += frame?.media.length ?? 0;
    return frame ? [{ ...frame, frameId }] : [];
  };
  const found = await Promise.all(frameIds.map((frameId) => inTurn(() => ask(frameId))));
  let left = MAX_COLLECTED;
  return found.flat().map((frame) => {
    const media = frame.media.slice(0, left);
    left -= media.length;
    return { ...frame, media };
  });
}

/**
 * What has come into view of a frame since it was asked last; undefined where no script may run there, or it answers nothing that ours
 * would. The scripts for whole pages are put into it when they are needed first.
 */
export async function collectShown({ tabId, frameId }: Frame): Promise<FoundFrame | undefined> {
  const frame = { tabId, frameId };
  const ask = async () => {
    const answer = sendToPage(frame, 'collectShown', {}).catch(() => undefined);
    const told = parsedFrame(await within(FRAME_LIMIT_MS, answer));
    return told && { ...told, frameId };
  };
  const told = await ask();
  if (told || !(await within(FRAME_LIMIT_MS, injectPageCheck(frame)))) return told;
  return ask();
}

/** Has a frame show how the check of its page stands; false where the script for that is not there any more: it has gone. */
export async function followShown({ tabId, frameId }: Frame): Promise<boolean> {
  const told = sendToPage({ tabId, frameId }, 'followRun', {});
  return (
    (await within(
      FRAME_LIMIT_MS,
      told.then(
        () => true,
        () => false,
      ),
    )) === true
  );
}

/** What a frame told; undefined for what no script of ours would. An address that is none of a picture's is left out. */
function parsedFrame(answer: unknown): CollectedFrame | undefined {
  const parsed = collectedFrameSchema.safeParse(answer);
  if (!parsed.success) return undefined;
  const media = parsed.data.media.filter(({ url }) => url === undefined || mediaAddressSchema.safeParse(url).success);
  return { ...parsed.data, media };
}

/** Browsers name the frames only once a script has run in all of them: where one hangs, the top frame has to do. */
async function reachableFrames(tabId: number): Promise<readonly number[]> {
  const everywhere = await within(FRAME_LIMIT_MS, injectPageCheckEverywhere(tabId));
  if (everywhere) return everywhere;
  const isInPage = await within(FRAME_LIMIT_MS, injectPageCheck({ tabId, frameId: 0 }));
  if (isInPage === undefined) throw new AppError({ code: 'page-silent' });
  return isInPage ? [0] : [];
}

/** Leads to a badge in a frame; false where it, or its script, is not there any more. */
export async function goToBadge(
  target: { readonly tabId: number; readonly frameId: number },
  key: string,
): Promise<boolean> {
  const answer = sendToPage(target, 'goToBadge', { key }).catch(() => false);
  return (await within(FRAME_LIMIT_MS, answer)) === true;
}

/** Removes the badges from frames of a tab. */
export async function removeBadges(tabId: number, frameIds: Iterable<number>): Promise<void> {
  await tellFrames(tabId, frameIds, 'removeBadges', {});
}

/** Has the frames of a tab look again at how the check of their page stands. */
export async function followAgain(tabId: number, frameIds: Iterable<number>): Promise<void> {
  await tellFrames(tabId, frameIds, 'followRun', {});
}
