import type { PageMedia } from '../../core/check/media-reference.ts';
import {
  type ClipRead,
  clipReadSchema,
  type FramesRead,
  framesReadSchema,
  type VideoLook,
  videoLookSchema,
} from '../../core/media/page-media.ts';
import type { ToClipScript } from '../../core/protocol/protocol.ts';
import { injectClipScript } from '../browser/inject-scripts.ts';
import { ownCopy } from '../browser/own-copy.ts';
import { sendToPage } from './send-to-page.ts';

/** Records a clip of a playing video in its frame. */
export async function recordClipInPage(
  checkId: string,
  media: PageMedia,
  seconds: number,
  signal: AbortSignal,
): Promise<ClipRead> {
  const parsed = clipReadSchema.safeParse(await ask('recordClip', media, { checkId, seconds }, signal));
  if (!parsed.success) return { refused: 'gone' };
  const { data } = parsed;
  return media.isPrivate && 'blob' in data ? { ...data, blob: await ownCopy(data.blob) } : data;
}

/** Takes frames of a playing video in its frame, by canvas: at most `count`, spread over some seconds. */
export async function takeFramesInPage(
  checkId: string,
  media: PageMedia,
  spread: { readonly seconds: number; readonly count: number },
  signal: AbortSignal,
): Promise<FramesRead> {
  const parsed = framesReadSchema.safeParse(await ask('takeFrames', media, { checkId, ...spread }, signal));
  if (!parsed.success || ('frames' in parsed.data && parsed.data.frames.length > spread.count))
    return { refused: 'gone' };
  const { data } = parsed;
  if (!media.isPrivate || 'refused' in data) return data;
  const frames = await Promise.all(data.frames.map(async (one) => ({ ...one, blob: await ownCopy(one.blob) })));
  return { ...data, frames };
}

/** Where a playing video is now. */
export async function lookAtVideoInPage(checkId: string, media: PageMedia, signal: AbortSignal): Promise<VideoLook> {
  const parsed = videoLookSchema.safeParse(await ask('lookAtVideo', media, { checkId }, signal));
  return parsed.success ? parsed.data : { refused: 'gone' };
}

/** Has the player of a video go to a moment, in seconds; nothing where it is not there any more, or shows another video. */
export async function seekVideoInPage(checkId: string, media: PageMedia, seconds: number): Promise<void> {
  await ask('seekVideo', media, { checkId, seconds }, new AbortController().signal);
}

/** No answer where no script may run, or the page has gone. */
async function ask<Type extends keyof ToClipScript>(
  type: Type,
  media: PageMedia,
  request: ToClipScript[Type]['request'],
  signal: AbortSignal,
): Promise<unknown> {
  const { tabId, frameId } = media;
  if (!(await injectClipScript({ tabId, frameId }))) return undefined;
  // The page may have gone: then there is nothing to be stopped.
  const stop = () => void sendToPage(media, 'stopClip', { checkId: request.checkId }).catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await sendToPage(media, type, request).catch(() => undefined);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
