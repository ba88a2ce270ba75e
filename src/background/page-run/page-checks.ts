import { isErrorWith } from '../../core/errors/app-error.ts';
import { logFault } from '../../core/log.ts';
import { permissionFor } from '../../core/service/permission.ts';
import { settingsItem } from '../../core/store/settings-item.ts';
import type { CheckContext } from '../check/check-context.ts';
import type { CheckDesk } from '../check/check-desk.ts';
import { whileInDocument } from '../offscreen-link/in-document.ts';
import { followAgain } from '../page-link/page-check-link.ts';
import { sessionPageRuns } from '../store/session-page-runs.ts';
import { groupSender } from './group-sender.ts';
import { accessMissing, pageCounter } from './page-counter.ts';
import { createPageDesk, mediaOf, type PageDesk } from './page-desk.ts';
import { createPageRunStore, type PageRunStore } from './page-run-store.ts';

/** The checks of whole pages. */
export interface PageChecks {
  readonly pageDesk: PageDesk;
  readonly runs: PageRunStore;
  /** Something of a page's check has changed after its end: its frames show it. */
  lookAgain(runId: string): Promise<void>;
}

/** Builds what checks whole pages. */
export function createPageChecks(context: CheckContext, desk: CheckDesk): PageChecks {
  const { store, session, clock } = context;
  const runs = createPageRunStore(sessionPageRuns, logFault);
  const pageDesk = createPageDesk({
    desk,
    checks: store,
    runs,
    count: pageCounter({
      checks: store,
      serviceHost: async (kind) => {
        const client = session.client(permissionFor(kind));
        return (await orNone(client))?.host;
      },
      recognise: async (run, item, host) => (await desk.recognise(mediaOf(run, item), host))?.id,
    }),
    accessMissing,
    groupSender: (kind) => orNone(groupSender(context, kind)),
    whileRunning: whileInDocument,
    askAbove: async () => (await settingsItem.get()).askPageAbove,
    clock,
    newId: () => crypto.randomUUID(),
    onFault: logFault,
  });
  return {
    pageDesk,
    runs,
    async lookAgain(runId) {
      const run = runs.get(runId);
      if (run) await followAgain(run.tabId, new Set([0, ...run.items.map(({ frameId }) => frameId)]));
    },
  };
}

/** Undefined where nobody is signed in. */
function orNone<T>(way: Promise<T>): Promise<T | undefined> {
  return way.catch((error: unknown) => {
    if (isErrorWith(error, 'no-account')) return undefined;
    throw error;
  });
}
