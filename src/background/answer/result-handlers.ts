import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile, type PageMedia } from '../../core/check/media-reference.ts';
import { pageToOpen } from '../../core/check/page-to-open.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { logFault } from '../../core/log.ts';
import { bringTabToFront, openPage, showsPage } from '../browser/tab-of-page.ts';
import { addJudgement } from '../check/change-check.ts';
import type { CheckContext } from '../check/check-context.ts';
import type { CheckDesk } from '../check/check-desk.ts';
import { openPanel } from '../check/check-panel.ts';
import { fileOfCheck } from '../check/file-of-check.ts';
import { startCheck } from '../check/start-check.ts';
import { showMedia } from '../page-link/page-link.ts';
import { resultRemover } from '../results/remove-results.ts';
import { canBeReadAgain, partsToJudge, wasReadWhole } from '../store/check-state.ts';
import { inconclusiveBand } from '../store/inconclusive-band.ts';
import { readPolicy } from '../store/policy.ts';
import { composeResultView } from '../words/compose-result-view.ts';
import { build } from '../words/diagnostics.ts';
import type { Handlers } from './receive.ts';
import { speaksFor } from './speaks-for.ts';

/** What the background does for the results page and the popup's rows. */
export function resultHandlers(
  context: CheckContext,
  desk: CheckDesk,
): Pick<
  Handlers,
  | 'showCheck'
  | 'showInPage'
  | 'checkAgain'
  | 'judge'
  | 'getFile'
  | 'getThumbnail'
  | 'getResult'
  | 'removeResults'
  | 'undoRemoval'
  | 'startNewHistory'
> {
  const { store, history, files } = context;
  const remover = resultRemover(context);

  /** The check of this session that has the whole media: of a part, that of which it is one. */
  function wholeOf(id: string): CheckRecord | undefined {
    return store.get(store.get(id)?.part?.parentId ?? id);
  }

  /** Whether the media of a check may be read once more: its page is there still, or its file. */
  async function isThereStill(check: CheckRecord | undefined): Promise<boolean> {
    if (!check) return false;
    const { id, media } = check;
    return isLocalFile(media) ? files.get(id) !== undefined : showsPage(media.tabId, media.pageUrl);
  }

  return {
    async showCheck({ checkId }, sender) {
      await store.load();
      const check = store.get(checkId);
      if (check && !speaksFor(sender, check.media)) throw new AppError({ code: 'message-refused' });
      if (!check || isLocalFile(check.media) || !(await showsPage(check.media.tabId, check.media.pageUrl)))
        return false;
      return openPanel(check);
    },
    async showInPage({ checkId }) {
      await store.load();
      const media = store.get(checkId)?.media;
      return !!media && !isLocalFile(media) && showMedia(checkId, media);
    },
    async checkAgain({ checkId }) {
      await store.load();
      const ofThisSession = store.get(checkId);
      const media = (ofThisSession ?? (await history.get(checkId)))?.media;
      if (!media || isLocalFile(media)) throw new AppError({ code: 'message-refused' });
      // The browser gives the same numbers to other tabs once it was closed.
      const isThere = ofThisSession !== undefined && (await showsPage(media.tabId, media.pageUrl));
      if (!isThere) {
        const page = pageToOpen(media);
        if (page === undefined) throw new AppError({ code: 'page-gone' });
        await openPage(page);
        return 'page-opened';
      }
      await bringTabToFront(media.tabId);
      if (ofThisSession.part) {
        void Promise.all([openPanel(ofThisSession), desk.run(checkId, { isAfresh: true })]).catch(logFault);
        return 'started';
      }
      void startCheck(desk, pointedAgain(media), { isAfresh: true }).catch(logFault);
      return 'started';
    },
    async getFile({ checkId }) {
      await store.load();
      const check = wholeOf(checkId);
      if (!check || !wasReadWhole(check)) throw new AppError({ code: 'message-refused' });
      return fileOfCheck(context, check);
    },
    async judge({ checkId, judgement }) {
      await store.load();
      await addJudgement(context, checkId, judgement);
    },
    async getThumbnail({ checkId }) {
      await store.load();
      return store.get(checkId)?.thumbnail ?? history.thumbnail(checkId);
    },
    startNewHistory: () => history.startAnew(),
    async getResult({ checkId }) {
      const [check, whole, band, policy] = await Promise.all([
        history.get(checkId),
        history.credentials(checkId),
        inconclusiveBand(),
        readPolicy(),
        store.load(),
      ]);
      const ofAll = wholeOf(checkId);
      const isThere = await isThereStill(ofAll);
      const hasFile = isThere && !!ofAll && wasReadWhole(ofAll);
      const now = isThere && !policy.onlyOriginalFiles ? store.get(checkId) : undefined;
      const closer = now && { canLookCloser: canBeReadAgain(now), partsToJudge: partsToJudge(now) };
      const { isReadingFile } = store.get(checkId) ?? {};
      const about = { hasFile, isReadingFile, ...closer, ...(whole && { pictures: whole.pictures }) };
      const rules = { band, build: build(), policy, ...about };
      return check && composeResultView(check, rules);
    },
    removeResults: ({ checkIds }) => remover.remove(checkIds),
    undoRemoval: () => remover.undo(),
  };
}

/** The media by its address alone, as if nobody had looked for it yet: the page may have changed since. */
function pointedAgain(media: PageMedia): PageMedia {
  const { url, isUrlCut, isFound: _f, choice: _c, targetElementId: _t, isCamera: _i, ...pointed } = media;
  return { ...pointed, pointedBy: 'toolbar', ...(url !== undefined && !isUrlCut && { url }) };
}
