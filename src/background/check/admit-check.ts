import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile, type MediaReference } from '../../core/check/media-reference.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { frameOrigins } from '../browser/frame-origins.ts';
import { hasSite, isSiteAllowed } from '../read/site-rules.ts';
import { readPolicy } from '../store/policy.ts';

/** Throws when an administrator does not allow this check: before anything is read, asked or sent. */
export async function admitCheck({
  media,
  fromScreen,
  part,
}: Pick<CheckRecord, 'media' | 'fromScreen' | 'part'>): Promise<void> {
  const { disableScreenCapture, onlyOriginalFiles } = await readPolicy();
  if (!(await isPlaceAllowed(media))) throw new AppError({ code: 'site-blocked' });
  // No panel offers it then; this holds against one that was drawn before the policy came.
  if ((fromScreen || part) && onlyOriginalFiles) throw new AppError({ code: 'only-originals' });
  if (fromScreen && disableScreenCapture) throw new AppError({ code: 'capture-disabled' });
}

/** Whether an administrator allows checks where media is: by the page, every frame around it, and its address. */
export async function isPlaceAllowed(media: MediaReference): Promise<boolean> {
  const { allowedSites, blockedSites } = await readPolicy();
  if (isLocalFile(media) || !(allowedSites || blockedSites)) return true;
  const { pageUrl: page, frameId, frameUrl, url } = media;
  const isKnown = hasSite(frameId === 0 ? page : frameUrl);
  const [own = '', ...around] = isKnown && frameId === 0 ? [] : await frameOrigins(media);
  // An `about:blank` is of whoever made it. Of the page, which is the last, more is known than its origin.
  const inner = isKnown || own === URL.parse(page)?.origin ? frameUrl : own;
  const frames = [inner ?? [], around.slice(0, -1)].flat();
  return isSiteAllowed({ allowedSites, blockedSites }, { page, frames, media: url });
}
