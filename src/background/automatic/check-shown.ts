import { pageInTab } from '../browser/tab-page.ts';
import type { CheckContext } from '../check/check-context.ts';
import { oneAfterOther } from '../one-after-other.ts';
import { collectShown, followShown } from '../page-link/page-check-link.ts';
import { unlessWithoutAccount } from '../page-run/group-sender.ts';
import { shownItems } from '../page-run/page-counter.ts';
import type { PageDesk } from '../page-run/page-desk.ts';
import { permissionFor } from '../service/permission.ts';
import { hasRunEnded } from '../store/page-run.ts';
import { automaticState } from './automatic-state.ts';

const inTurn = oneAfterOther<number>();

/**
 * Checks what has come into view of a tab's page, where that is wanted and somebody is signed in. While the user has the page checked, it
 * waits in the page: what comes into view next brings it along.
 */
export function checkShown(context: CheckContext, pageDesk: PageDesk, tabId: number): Promise<void> {
  return inTurn(tabId, async () => {
    const page = await pageInTab(tabId);
    if ((await automaticState(page))?.state !== 'on') return;
    await pageDesk.runs.load();
    const current = pageDesk.runs.inTab(tabId);
    if (current && !current.isAutomatic && !hasRunEnded(current)) return;
    if (!(await hasAccount(context))) return;
    const frame = await collectShown(tabId);
    if (!frame) return;
    const { isFirst = false, isQuiet } = frame;
    const run = await pageDesk.grow(page, { items: shownItems(frame), isFirst, isQuiet });
    if (run && !(await followShown(tabId))) pageDesk.leave(run.id);
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
