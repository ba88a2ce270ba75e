import { render } from 'preact';
import type { CheckView } from '../../check/check-view.ts';
import { translate } from '../../i18n.ts';
import { logFault } from '../../log.ts';
import { followFeed } from '../../messaging/feed.ts';
import { CHECK_FEED_PREFIX } from '../../messaging/protocol.ts';
import { sendToBackground } from '../../messaging/send.ts';
import theme from '../shared/theme.css?inline';
import { dragPanel } from './drag-panel.ts';
import { Panel } from './panel.tsx';
import css from './panel.css?inline';
import type { PanelActions } from './panel-actions.ts';
import { createPanelHost } from './panel-host.ts';
import { placePanel } from './place-panel.ts';

/** An open panel. */
export interface OpenPanel {
  readonly checkId: string;
  setSeen(isSeen: boolean): void;
  /** Removes every trace of it from the page and gives the focus back. */
  close(): void;
}

/** Opens the panel of a check beside its media, and follows the check until it is closed. */
export function openPanel(first: CheckView, media: Element | undefined): OpenPanel {
  const checkId = first.id;
  const focusedBefore = document.activeElement;
  const closing = new AbortController();
  const placing = new AbortController();
  const host = createPanelHost(translate('panelName'), theme + css);

  const actions: PanelActions = {
    close,
    cancel: () => sendToBackground('cancelCheck', { checkId }).catch(logFault),
    answerAccess: (answer, origin) => sendToBackground('answerAccess', { checkId, answer, origin }).catch(logFault),
    handleError: (action) =>
      (action === 'try-again' ? sendToBackground('retryCheck', { checkId }) : sendToBackground('openOptions', {})).catch(
        logFault,
      ),
  };

  function show(view: CheckView): void {
    const onDragStart = (event: PointerEvent) => {
      placing.abort();
      dragPanel(host.region, event);
    };
    render(<Panel view={view} media={media} actions={actions} onDragStart={onDragStart} />, host.region);
  }

  function close(): void {
    if (closing.signal.aborted) return;
    closing.abort();
    placing.abort();
    render(null, host.region);
    host.remove();
    if (focusedBefore instanceof HTMLElement && focusedBefore.isConnected) focusedBefore.focus({ preventScroll: true });
  }

  show(first);
  placePanel(host.region, media, placing.signal);
  host.region.focus({ preventScroll: true });
  // On the window and in the capture phase: before the page, whose own Escape would close what is behind the panel.
  window.addEventListener('keydown', (event) => closeOnEscape(event), { capture: true, signal: closing.signal });
  followFeed<CheckView>(CHECK_FEED_PREFIX + checkId, show, closing.signal);

  function closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !event.isTrusted) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    close();
  }

  return { checkId, setSeen: host.setSeen, close };
}
