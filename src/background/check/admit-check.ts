import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile, type MediaReference } from '../../core/check/media-reference.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { frameAncestors } from '../browser/frame-ancestors.ts';
import { isSiteAllowed } from '../read/site-rules.ts';
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
  const { pageUrl: page, frameUrl, url } = media;
  // The last of them is the page, of which more is known.
  const between = (await frameAncestors(media)).slice(0, -1);
  const frames = frameUrl === undefined ? between : [frameUrl, ...between];
  return isSiteAllowed({ allowedSites, blockedSites }, { page, frames, media: url });
}
