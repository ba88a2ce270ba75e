import type { SendReason } from '../../core/check/question.ts';
import { AGREED, isSame } from '../../core/store/agreed-sites.ts';

/** Whether a yes to this reason is remembered for a site, for a private window or another. */
export async function isAgreed(reason: SendReason, site: string, isPrivate: boolean): Promise<boolean> {
  const [now, kept] = await Promise.all([
    AGREED[isPrivate ? 'in-private' : 'until-closed'].get(),
    AGREED['for-good'].get(),
  ]);
  return [...now, ...kept].some(isSame({ reason, site }));
}

/** Remembers a yes. */
export async function rememberAgreed(
  reasons: readonly SendReason[],
  site: string,
  counts: keyof typeof AGREED,
): Promise<void> {
  const item = AGREED[counts];
  const known = await item.get();
  const added = reasons.map((reason) => ({ reason, site })).filter((one) => !known.some(isSame(one)));
  await item.set([...known, ...added]);
}

/** Forgets what was said in private windows. */
export async function forgetAgreedInPrivate(): Promise<void> {
  await AGREED['in-private'].set([]);
}
