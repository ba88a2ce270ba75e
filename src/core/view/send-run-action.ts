import type { PageRunAction, PageRunView } from '../protocol/page-run-view.ts';
import { sendToBackground } from '../protocol/send-to-background.ts';

/** Tells the background which button of a page's check was pressed. */
export function sendRunAction(action: PageRunAction, { runId, accessMissing }: PageRunView): Promise<unknown> {
  switch (action) {
    case 'start':
      return sendToBackground('startPageRun', { runId });
    case 'cancel':
      return sendToBackground('cancelPageRun', { runId });
    case 'retry':
      return sendToBackground('retryPageRun', { runId });
    case 'unlock':
      return sendToBackground('openPopup', {});
    case 'open-options':
      return sendToBackground('openOptions', {});
    case 'open-results':
      return sendToBackground('openResults', {});
    case 'open-side-panel':
      return sendToBackground('openSidePanel', {});
    case 'allow-these-sites':
      return sendToBackground('allowForPage', { runId, origins: accessMissing });
    case 'allow-all-sites':
      return sendToBackground('allowForPage', { runId });
  }
}
