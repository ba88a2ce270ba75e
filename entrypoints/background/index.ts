import { defineBackground } from 'wxt/utils/define-background';
import { checkFeeds } from '../../src/background/answer/check-feeds.ts';
import { messageHandlers } from '../../src/background/answer/message-handlers.ts';
import { receiveMessages } from '../../src/background/answer/receive.ts';
import { onMenuChoice } from '../../src/background/browser/context-menu.ts';
import { hasSiteAccess, onSiteAccessGranted } from '../../src/background/browser/granted-sites.ts';
import { keepAlive } from '../../src/background/browser/keep-alive.ts';
import { onCheckCommand } from '../../src/background/browser/keyboard-command.ts';
import { removeIdleRedirectGuard } from '../../src/background/browser/redirect-guard.ts';
import { removeLeftReferrerRules } from '../../src/background/browser/referrer-rule.ts';
import { keepStorageFromPages } from '../../src/background/browser/storage-access.ts';
import { admitCheck } from '../../src/background/check/admit-check.ts';
import { reasonsToAsk } from '../../src/background/check/ask-before-sending.ts';
import { createCheckDesk } from '../../src/background/check/check-desk.ts';
import { createCheckStore } from '../../src/background/check/check-store.ts';
import { followRightClicks } from '../../src/background/check/follow-right-clicks.ts';
import { openOwnPages } from '../../src/background/check/open-own-pages.ts';
import { startFromKeyboard, startFromMenu } from '../../src/background/check/start-check.ts';
import { workInBackground } from '../../src/background/offscreen-link/in-document.ts';
import { followPageChecks } from '../../src/background/page-run/follow-page-checks.ts';
import { createPageChecks } from '../../src/background/page-run/page-checks.ts';
import { pageRunFeeds } from '../../src/background/page-run/page-run-feeds.ts';
import { locateMedia } from '../../src/background/read/locate-media.ts';
import { mediaReaders } from '../../src/background/read/media-readers.ts';
import { fileMetadataReader } from '../../src/background/read/read-metadata.ts';
import { createRemembered } from '../../src/background/read/remembered.ts';
import { sha256 } from '../../src/background/read/sha256.ts';
import { followKeeping } from '../../src/background/results/follow-keeping.ts';
import { keptResults } from '../../src/background/results/kept-results.ts';
import { knownVerdicts } from '../../src/background/results/known-verdicts.ts';
import { mediaSender } from '../../src/background/service/media-sender.ts';
import { accountSession } from '../../src/background/service/wire-account-session.ts';
import { requestGate } from '../../src/background/service/wire-request-gate.ts';
import { createHistory } from '../../src/background/store/history.ts';
import { sessionChecks } from '../../src/background/store/session-checks.ts';
import { logFault } from '../../src/core/log.ts';
import { serveFeeds } from '../../src/core/protocol/feed.ts';
import { ROOM_KEEPING } from '../../src/core/store/dropped-results-item.ts';
import { onPolicyChanged } from '../../src/core/store/policy.ts';
import { workHere } from '../../src/offscreen/work-here.ts';

/** The composition root: builds the parts and registers the listeners, all within the first turn of the event loop. */
export default defineBackground({
  main() {
    if (import.meta.env.FIREFOX) workInBackground(workHere);
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
      readFileMetadata: fileMetadataReader(manifests),
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
