import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { GESTURE_TRAVELS_IN_MESSAGES } from '../../core/browser/quirks.ts';
import { requestAllSites, requestSites } from '../../core/browser/site-access.ts';
import type { MediaKind } from '../../core/check/media-reference.ts';
import { translate } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import type { PageRunAction, PageRunView } from '../../core/protocol/page-run-view.ts';
import { TAB_RUN_FEED_PREFIX } from '../../core/protocol/protocol.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { PageRunBody } from '../../core/view/page-run-body.tsx';
import { sendRunAction } from '../../core/view/send-run-action.ts';
import { useFeed } from './use-feed.ts';
import '../../core/view/page-run-body.css';
import './page-check.css';

/** What popup and side panel have a place of their own for. */
const ELSEWHERE: readonly PageRunAction[] = ['unlock', 'open-options', 'open-results', 'open-side-panel'];

interface PageCheckProps {
  readonly tabId: number;
  /** The line of the account says what that means for a check. */
  readonly isSignedOut: boolean;
}

/** The check of the whole page in front: its buttons, in their place how it stands, then what came out. */
export function PageCheck({ tabId, isSignedOut }: PageCheckProps): JSX.Element {
  const view = useFeed<PageRunView | undefined>(TAB_RUN_FEED_PREFIX + tabId);
  const outcome = view?.lines.find(({ isOutcome }) => isOutcome)?.words;
  // What nobody began is no reason to wait with what somebody wants.
  const isUnderWay = view?.hasEnded === false && !view.isAutomatic;
  const section = useFocusKept(isUnderWay);
  const count = (kind: MediaKind) => void sendToBackground('countPage', { tabId, kind }).catch(logFault);
  return (
    <section class="page-check" ref={section}>
      {!isUnderWay && <PageButtons onCount={count} />}
      {view && <PageRunBody view={inOwnPage(view, isSignedOut)} onAction={(action) => act(action, view)} />}
      <p class="unseen" aria-live="polite">
        {outcome}
      </p>
    </section>
  );
}

/** Begin the check of a page; they are there, in their place, before it is known which page that is. */
export function PageButtons({ onCount }: { readonly onCount?: (kind: MediaKind) => void }): JSX.Element {
  return (
    <div class="whole-page">
      <button type="button" class="primary" disabled={!onCount} onClick={() => onCount?.('image')}>
        {translate('checkPageImages')}
      </button>
      <button type="button" disabled={!onCount} onClick={() => onCount?.('video')}>
        {translate('checkPageVideos')}
      </button>
    </div>
  );
}

/** Buttons that give way to others hand on the focus. */
function useFocusKept(isUnderWay: boolean) {
  const section = useRef<HTMLElement>(null);
  const before = useRef(isUnderWay);
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body;
    if (before.current !== isUnderWay && hadFocus.current && isLost) section.current?.querySelector('button')?.focus();
    before.current = isUnderWay;
    hadFocus.current = section.current?.contains(document.activeElement) === true;
  });
  return section;
}

/** Without what the page around it shows in its own way: the outcome, what signed out means, and the buttons that are above or below. */
function inOwnPage(view: PageRunView, isSignedOut: boolean): PageRunView {
  const said = isSignedOut ? translate('readLocally') : undefined;
  return {
    ...view,
    lines: view.lines.filter(({ isOutcome, words }) => !isOutcome && words !== said),
    buttons: view.buttons.filter(({ action }) => !ELSEWHERE.includes(action)),
  };
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
