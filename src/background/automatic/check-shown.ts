import { pageInTab } from '../browser/tab-page.ts';
import type { CheckContext } from '../check/check-context.ts';
import { oneAfterOther } from '../one-after-other.ts';
import { collectShown, followShown } from '../page-link/page-check-link.ts';
import { unlessWithoutAccount } from '../page-run/group-sender.ts';
import { shownItems } from '../page-run/page-counter.ts';
import type { PageDesk } from '../page-run/page-desk.ts';
import { permissionFor } from '../service/permission.ts';
import { hasRunEnded } from '../store/page-run.ts';
import { type FrameOfSite, isAutomaticIn } from './automatic-state.ts';

const inTurn = oneAfterOther<number>();

/**
 * Checks what has come into view of a frame, where that is wanted and somebody is signed in. While the user has the page checked, it waits
 * in the frame: what comes into view next brings it along.
 */
export function checkShown(context: CheckContext, pageDesk: PageDesk, sender: FrameOfSite): Promise<void> {
  const { tabId, frameId } = sender;
  return inTurn(tabId, async () => {
    if (!(await isAutomaticIn(sender))) return;
    const page = await pageInTab(tabId);
    await pageDesk.runs.load();
    const current = pageDesk.runs.inTab(tabId);
    if (current && !current.isAutomatic && !hasRunEnded(current)) return;
    if (!(await hasAccount(context))) return;
    const top = await collectShown({ tabId, frameId: 0 }); // Whether its document is another by now, it alone can tell.
    if (!top) return;
    const inner = frameId === 0 ? undefined : await collectShown({ tabId, frameId });
    const { isFirst = false, isQuiet } = top;
    const items = [top, inner ?? []].flat().flatMap(shownItems);
    const run = await pageDesk.grow(page, { items, isFirst, isQuiet });
    if (!run) return;
    if (!(await followShown({ tabId, frameId: 0 }))) pageDesk.leave(run.id);
    else if (inner) await followShown({ tabId, frameId });
  });
}

/** One that cannot be used now is one: the check of the page says what is wrong with it. */
export async function hasAccount({ session }: Pick<CheckContext, 'session'>): Promise<boolean> {
  const client = unlessWithoutAccount(session.client(permissionFor('image')));
  return client.then(
    (found) => found !== undefined,
    () => true,
  );
}
