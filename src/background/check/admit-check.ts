import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile } from '../../core/check/media-reference.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { readPolicy } from '../../core/store/policy.ts';
import { isSiteAllowed } from './site-rules.ts';

/** Throws when an administrator does not allow this check: before anything is read, asked or sent. */
export async function admitCheck({ media, fromScreen }: CheckRecord): Promise<void> {
  const policy = await readPolicy();
  if (!isLocalFile(media) && !isSiteAllowed(policy, media.pageUrl, media.url))
    throw new AppError({ code: 'site-blocked' });
  // No panel offers it then; this holds against one that was drawn before the policy came.
  if (fromScreen && policy.disableScreenCapture) throw new AppError({ code: 'capture-disabled' });
}
