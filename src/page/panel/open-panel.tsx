import { hasRuntime } from '../../core/browser/quirks.ts';
import { translate } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import { followFeed } from '../../core/protocol/follow-feed.ts';
import type { PanelView } from '../../core/protocol/panel-view.ts';
import { CHECK_FEED_PREFIX } from '../../core/protocol/protocol.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import bodyCss from '../../core/view/check-body.css?inline';
import { sendAction } from '../../core/view/send-action.ts';
import { chosenPicture, type FoundPictures } from '../find/found-pictures.ts';
import { partPicker } from '../shared/between-scripts.ts';
import { type Answering, followAnswering } from './answering.ts';
import { sharedArea } from './best-place.ts';
import { dragPanel, keepInView } from './drag-panel.ts';
import css from './panel.css?inline';
import { Panel } from './panel.tsx';
import { createPanelHost } from './panel-host.ts';
import { placePanel } from './place-panel.ts';

/** How far the panel's shadow reaches (own-frame.css), in CSS pixels. */
const SHADOW = 48;

/** An open panel. */
export interface OpenPanel {
  readonly checkId: string;
  setSeen(isSeen: boolean): void;
  /** Whether it lies over an element, or its shadow does; it may over one that is in another frame. */
  isOver(element: Element | undefined): boolean;
  /** Removes every trace of it from the page and gives the focus back. */
  close(): void;
}

/** What a panel stands beside. */
export interface Beside {
  /** What was found in this frame. */
  readonly found: FoundPictures | undefined;
  /** The element of the frame in which the media is. */
  readonly holder: Element | undefined;
}

/**
 * Opens the panel of a check beside its media, or the frame with it, and follows the check until it is closed. `onClose` is told
 * whether the check had ended by then.
 */
export function openPanel(
  first: PanelView,
  { found, holder }: Beside,
  onClose: (hasEnded: boolean) => void,
): OpenPanel {
  const { checkId } = first;
  const current = () => found && chosenPicture(found);
  let shown = first;
  let answering: Answering = 'here';
  let Picker: ReturnType<typeof partPicker>;
  // Asked for now: a script that has lost its extension has no texts.
  const lines = [{ words: translate('errorBackgroundEnded') }];
  /** Nothing comes any more, and no button would do anything: the extension was reloaded. What a check has come to stays. */
  const onLost = () =>
    draw(
      shown.hasEnded
        ? {
            ...shown,
            lines: [...shown.lines, ...lines],
            buttons: [],
            ...(shown.meaning && { meaning: { ...shown.meaning, buttons: [] } }),
            ...(shown.fileMetadata && { fileMetadata: { ...shown.fileMetadata, buttons: [] } }),
          }
        : { ...first, isRunning: false, hasEnded: true, isComplete: true, lines, buttons: [] },
    );
  const onUnsent = (error: unknown) => (hasRuntime() ? logFault(error) : onLost());
  const focusedBefore = document.activeElement;
  const closing = new AbortController();
  const placing = new AbortController();
  const see = followAnswering((now) => {
    answering = now;
    if (!closing.signal.aborted) draw(shown);
  });
  const host = createPanelHost(translate('panelName'), bodyCss + css, {
    onKey: closeOnEscape,
    onSeen: see,
    isAsking: () => isQuestion(shown),
  });

  let following: AbortController | undefined;

  /** Follows the check until nothing more comes; not beyond, since each look of a panel wakes the background. */
  function follow(): void {
    following?.abort();
    following = new AbortController();
    const signal = AbortSignal.any([following.signal, closing.signal]);
    followFeed<PanelView>(CHECK_FEED_PREFIX + checkId, { onState: show, onLost }, signal);
  }

  function show(view: PanelView): void {
    shown = view;
    if (view.isComplete) following?.abort();
    draw(view);
  }

  /** Has a part of the image chosen in place of the check, or ends that. */
  function pick(by?: typeof Picker): void {
    Picker = by;
    host.shell.style.width = by ? '640px' : '';
    draw(shown);
  }

  function draw(view: PanelView): void {
    const onDragStart = (event: PointerEvent) => {
      if (!dragPanel(host.shell, event)) return;
      if (!placing.signal.aborted) keepInView(host.shell, closing.signal);
      placing.abort();
    };
    const hadFocus = host.hasFocus();
    const isOff = answering !== 'here' && isQuestion(view);
    host.draw(
      <Panel
        view={isOff && answering === 'popup' ? unanswerable(view) : view}
        isOff={isOff}
        pictures={found?.pictures ?? []}
        current={current()}
        picker={Picker && <Picker checkId={checkId} thumbnail={view.thumbnail} onEnd={() => pick()} />}
        onAction={(action, isRemembered) => {
          if (action.startsWith('allow-')) leaveRoom?.();
          void sendAction(action, view, isRemembered).then(
            () => (action === 'check-part' ? pick(partPicker()) : view.hasEnded && follow()),
            onUnsent,
          );
        }}
        onSeek={(part) => sendToBackground('seekVideo', { checkId, part }).catch(onUnsent)}
        onChoose={(index) => sendToBackground('checkPicture', { checkId, index }).catch(onUnsent)}
        onClose={close}
        onDragStart={onDragStart}
      />,
    );
    // The button that had the focus may have gone: without this the keyboard would be back at the page's start.
    if (hadFocus && !host.hasFocus()) host.focus();
  }

  function close(): void {
    if (closing.signal.aborted) return;
    closing.abort();
    placing.abort();
    const hasFocus = host.hasFocus();
    host.draw(null);
    host.remove();
    const isFocusable = focusedBefore instanceof HTMLElement || focusedBefore instanceof SVGElement;
    onClose(shown.hasEnded);
    if (hasFocus && isFocusable) focusedBefore.focus({ preventScroll: true });
  }

  show(first);
  const leaveRoom = placePanel(host, current()?.element ?? holder, placing.signal);
  host.focus();
  // On the window and in the capture phase: before the page, whose own Escape would close what is behind the panel.
  window.addEventListener('keydown', closeOnEscape, { capture: true, signal: closing.signal });
  follow();

  function closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing || !event.isTrusted) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    close();
  }

  function isOver(element: Element | undefined): boolean {
    if (!element) return true;
    const { left, top, width, height } = host.shell.getBoundingClientRect();
    const drawn = { left: left - SHADOW, top: top - SHADOW, width: width + 2 * SHADOW, height: height + 2 * SHADOW };
    return sharedArea(drawn, element.getBoundingClientRect()) > 0;
  }

  return { checkId, setSeen: host.setSeen, isOver, close };
}

function isQuestion({ isRunning, hasEnded }: PanelView): boolean {
  return !isRunning && !hasEnded;
}

/** A question that cannot be seen is not answered by a click: the popup, which no page can cover, asks it too. */
function unanswerable(view: PanelView): PanelView {
  return { ...view, rememberWords: '', buttons: [], lines: [...view.lines, { words: translate('answerInPopup') }] };
}
