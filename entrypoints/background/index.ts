import { defineBackground } from 'wxt/utils/define-background';
import { createCheckDesk } from '../../src/check/check-desk.ts';
import { createCheckStore } from '../../src/check/check-store.ts';
import { logFault } from '../../src/log.ts';
import { sha256 } from '../../src/media/sha256.ts';
import { serveFeeds } from '../../src/messaging/feed.ts';
import { receiveMessages } from '../../src/messaging/receive.ts';
import { onMenuChoice } from '../../src/platform/context-menu.ts';
import { keepAlive } from '../../src/platform/keep-alive.ts';
import { onCheckCommand } from '../../src/platform/keyboard-command.ts';
import { removeIdleRedirectGuard } from '../../src/platform/redirect-guard.ts';
import { removeLeftReferrerRules } from '../../src/platform/referrer-rule.ts';
import { hasSiteAccess, onSiteAccessGranted } from '../../src/platform/site-access.ts';
import { keepStorageFromPages } from '../../src/platform/storage-access.ts';
import { ROOM_KEEPING } from '../../src/storage/dropped-results-item.ts';
import { createHistory } from '../../src/storage/history.ts';
import { onPolicyChanged } from '../../src/storage/policy.ts';
import { sessionChecks } from '../../src/storage/session-checks.ts';
import { accountSession } from './account-session.ts';
import { admitCheck } from './admit-check.ts';
import { reasonsToAsk } from './ask-before-sending.ts';
import { checkFeeds } from './check-feeds.ts';
import { followKeeping } from './follow-keeping.ts';
import { followPageChecks } from './follow-page-checks.ts';
import { followRightClicks } from './follow-right-clicks.ts';
import { keptResults } from './kept-results.ts';
import { knownVerdicts } from './known-verdicts.ts';
import { locateMedia } from './locate-media.ts';
import { mediaReaders } from './media-readers.ts';
import { mediaSender } from './media-sender.ts';
import { messageHandlers } from './message-handlers.ts';
import { openOwnPages } from './open-own-pages.ts';
import { createPageChecks } from './page-checks.ts';
import { pageRunFeeds } from './page-run-feeds.ts';
import { marksReader } from './read-marks.ts';
import { createRemembered } from './remembered.ts';
import { requestGate } from './request-gate.ts';
import { startFromKeyboard, startFromMenu } from './start-check.ts';

/** The composition root: builds the parts and registers the listeners, all within the first turn of the event loop. */
export default defineBackground({
  main() {
    const [fetch, clock] = [globalThis.fetch.bind(globalThis), Date.now];
    const history = createHistory(ROOM_KEEPING);
    const store = createCheckStore(sessionChecks, logFault, clock);
    const [files, manifests] = [createRemembered<Blob>(), createRemembered<string>()];
    const [results, gate] = [keptResults(history, store, clock), requestGate(clock)];
    const session = accountSession(fetch, clock, gate);
    const desk = createCheckDesk({
      store,
      keep: results.keep,
      admit: admitCheck,
      sender: (kind) => mediaSender(session, gate, kind),
      locate: locateMedia,
      reasonsToAsk,
      ...mediaReaders(fetch, files),
      ...knownVerdicts(history, fetch, clock),
      sha256,
      readMarks: marksReader(manifests),
      keepAlive,
      clock,
      newId: () => crypto.randomUUID(),
      onFault: logFault,
    });
    const pageChecks = createPageChecks({ desk, store, session, gate, clock });
    followRightClicks();
    followKeeping(history, results);
    followPageChecks(pageChecks, store);
    openOwnPages();
    onMenuChoice((choice) => void startFromMenu(desk, choice).catch(logFault));
    onCheckCommand((use) => void startFromKeyboard(desk, use).catch(logFault));
    onPolicyChanged(() => void session.forgetOthers().catch(logFault));
    onSiteAccessGranted(() => void desk.resumeAsking(hasSiteAccess).catch(logFault));
    receiveMessages(messageHandlers({ desk, store, session, history, results, files, pageChecks }));
    serveFeeds(pageRunFeeds(pageChecks, store), checkFeeds({ store, history, desk, manifests }));

    void Promise.all([keepStorageFromPages(), removeLeftReferrerRules()]).catch(logFault);
    void Promise.all([desk.recover(), pageChecks.pageDesk.recover()]).then(removeIdleRedirectGuard).catch(logFault);
  },
});
