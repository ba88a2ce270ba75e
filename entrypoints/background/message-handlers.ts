import type { AccountSession } from '../../src/bitmind/account-session.ts';
import { type CheckDesk, isUnread } from '../../src/check/check-desk.ts';
import type { CheckRecord } from '../../src/check/check-record.ts';
import type { CheckStore } from '../../src/check/check-store.ts';
import { AppError } from '../../src/errors/app-error.ts';
import { logFault } from '../../src/log.ts';
import type { AccessAnswer } from '../../src/messaging/protocol.ts';
import type { Handlers } from '../../src/messaging/receive.ts';
import type { ProvenSender } from '../../src/messaging/sender.ts';
import { GESTURE_TRAVELS_IN_MESSAGES } from '../../src/platform/gesture-in-messages.ts';
import { openAccessWindow, openOptions, openPopup } from '../../src/platform/own-pages.ts';
import { hasSiteAccess, requestAllSites, requestSiteAccess } from '../../src/platform/site-access.ts';
import type { KeptResults } from './kept-results.ts';

/** What the handlers need from the background. */
export interface HandlerParts {
  readonly desk: CheckDesk;
  readonly store: CheckStore;
  readonly session: AccountSession;
  readonly results: KeptResults;
}

/** What the background does for each message. */
export function messageHandlers({ desk, store, session, results }: HandlerParts): Handlers {
  /** The check a message is about. A panel speaks for the checks of its own tab alone. */
  async function checkFor(checkId: string, sender: ProvenSender): Promise<CheckRecord> {
    await store.load();
    const check = store.get(checkId);
    const isTheirs = sender.kind === 'extension-page' || sender.tabId === check?.media.tabId;
    if (!check || !isTheirs) throw new AppError({ code: 'message-refused' });
    return check;
  }

  /** Goes on with a check whose site the user has just granted; the browser tells of new permissions alone. */
  async function goOn(checkId: string): Promise<void> {
    const check = store.get(checkId);
    // Begun at once: the panel looks again as soon as this message is answered.
    const again = check && isUnread(check) ? desk.run(checkId) : undefined;
    await Promise.all([again, desk.resumeAsking(hasSiteAccess)]);
  }

  return {
    async cancelCheck({ checkId }, sender) {
      desk.cancel((await checkFor(checkId, sender)).id);
      return undefined;
    },
    async retryCheck({ checkId }, sender) {
      const { id } = await checkFor(checkId, sender);
      void desk.run(id).catch(logFault);
      return undefined;
    },
    async answerAccess({ checkId, answer, origin }, sender) {
      // The browser is asked first: after any `await` the click would be no gesture any more. The prompt names the
      // site; the permission, once given, lets only those checks go on that need it.
      const asked = askBrowser(answer, origin);
      const check = await checkFor(checkId, sender);
      if (origin !== undefined && check.question?.origin !== origin) throw new AppError({ code: 'message-refused' });
      if (answer === 'use-screen') void desk.useScreen(checkId).catch(logFault);
      else if (!asked) await openAccessWindow(checkId, new URL(check.media.url).origin);
      else if (await asked) void goOn(checkId).catch(logFault);
      return undefined;
    },
    async accessGranted({ checkId }, sender) {
      await checkFor(checkId, sender);
      void goOn(checkId).catch(logFault);
      return undefined;
    },
    async openOptions() {
      await openOptions();
      return undefined;
    },
    async openPopup() {
      await openPopup();
      return undefined;
    },
    getAccount: ({ fresh }) => session.view(fresh),
    getSavedAccount: () => session.saved(),
    saveAccount: ({ account, keeping, isTested }) => session.save(account, keeping, isTested),
    unlockAccount: ({ passphrase }) => session.unlock(passphrase),
    async signOut() {
      await session.signOut();
      return undefined;
    },
    async clearResults() {
      await results.clear();
      return undefined;
    },
  };
}

/** Asks for the permission, where that can be done within a message; undefined where it cannot, or none is needed. */
function askBrowser(answer: AccessAnswer, origin: string | undefined): Promise<boolean> | undefined {
  if (!GESTURE_TRAVELS_IN_MESSAGES) return undefined;
  if (answer === 'allow-all-sites') return requestAllSites();
  return answer === 'allow-site' && origin !== undefined ? requestSiteAccess(origin) : undefined;
}
