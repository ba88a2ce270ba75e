import type { JSX } from 'preact';
import { GESTURE_TRAVELS_IN_MESSAGES } from '../../core/browser/quirks.ts';
import { requestAllSites, requestSites } from '../../core/browser/site-access.ts';
import type { MediaKind } from '../../core/check/media-reference.ts';
import { translate } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import type { PageRunAction, PageRunView } from '../../core/protocol/page-run-view.ts';
import { TAB_RUN_FEED_PREFIX } from '../../core/protocol/protocol.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { RunBody } from '../../core/view/run-body.tsx';
import { sendRunAction } from '../../core/view/send-action.ts';
import { useFeed } from '../shared/use-feed.ts';
import '../../core/view/run-body.css';

/** The check of the whole page in front: its buttons, and how it stands. */
export function PageCheck({ tabId }: { readonly tabId: number }): JSX.Element {
  const view = useFeed<PageRunView | undefined>(TAB_RUN_FEED_PREFIX + tabId);
  const count = (kind: MediaKind) => void sendToBackground('countPage', { tabId, kind }).catch(logFault);
  const isBusy = view?.isRunning === true;
  return (
    <section class="page-check">
      <div class="actions">
        <button
          type="button"
          class={view && !view.hasEnded ? '' : 'primary'}
          disabled={isBusy}
          onClick={() => count('image')}
        >
          {translate('checkPageImages')}
        </button>
        <button type="button" disabled={isBusy} onClick={() => count('video')}>
          {translate('checkPageVideos')}
        </button>
      </div>
      {view && <RunBody view={inPopup(view)} onAction={(action) => act(action, view)} />}
    </section>
  );
}

/** The account is unlocked in the popup itself, above this. */
function inPopup(view: PageRunView): PageRunView {
  return { ...view, buttons: view.buttons.filter(({ action }) => action !== 'unlock') };
}

/** Where a click counts as a gesture in this page alone, the browser is asked from here. */
function act(action: PageRunAction, view: PageRunView): void {
  const isAccess = action === 'allow-these-sites' || action === 'allow-all-sites';
  if (isAccess && !GESTURE_TRAVELS_IN_MESSAGES) {
    const asked = action === 'allow-all-sites' ? requestAllSites() : requestSites(view.accessMissing);
    void asked.catch(logFault);
    return;
  }
  void sendRunAction(action, view).catch(logFault);
}
