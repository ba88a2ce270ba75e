import { createOwnFrame, type OwnFrame } from './own-frame.ts';
import { watchSeen } from './watch-seen.ts';

/** The panel's place in the page. */
export interface PanelHost extends Omit<OwnFrame, 'host'> {
  remove(): void;
}

/** What a panel hears of its place. */
export interface PanelHostListener {
  /** A key was pressed in it. */
  onKey(event: KeyboardEvent): void;
  /** The page hides it, or it is seen again. */
  onHidden(isHidden: boolean): void;
}

/** A page that goes on taking the panel away is left alone with itself. */
const MOST_RETURNS = 99;

/**
 * Puts an empty panel into the page (own-frame.ts), in the top layer where the page has one open, since all outside a modal
 * dialog is inert. It takes its place again when the page opens or closes something modal, or moves or closes the panel itself.
 */
export function createPanelHost(regionName: string, css: string, listener: PanelHostListener): PanelHost {
  const { host, ...frame } = createOwnFrame(regionName, css, listener.onKey);
  const closing = new AbortController();
  let returns = 0;
  /** Where it was put last. */
  let place: Element | undefined;

  function takePlace(): void {
    if (closing.signal.aborted) return;
    place = topmostLayer();
    const isInPlace = host.parentNode === place && host.isConnected;
    if (isInPlace && host.matches(':popover-open')) return;
    if (returns++ > MOST_RETURNS) {
      remove();
      return;
    }
    if (!isInPlace) place.append(host);
    host.popover = 'manual';
    host.showPopover();
    frame.unzoom(); // Where it is now, another zoom may count.
  }

  /** Above all that has come into the top layer since. */
  function comeOutOnTop(): void {
    if (!host.matches(':popover-open') || returns++ > MOST_RETURNS) return;
    host.hidePopover();
    host.showPopover();
  }

  function remove(): void {
    closing.abort();
    changes.disconnect();
    host.remove();
  }

  // Dialogs open and close by that attribute; whatever else happens to the host is a change of children.
  const changes = new MutationObserver((records) => {
    const isModalAnother = records.some(({ type }) => type === 'attributes');
    if (isModalAnother || !host.isConnected || host.parentNode !== place) takePlace();
  });
  changes.observe(document, { subtree: true, childList: true, attributeFilter: ['open'] });
  const { signal } = closing;
  document.addEventListener('fullscreenchange', takePlace, { signal });
  host.addEventListener('toggle', takePlace, { signal });
  takePlace();
  watchSeen(frame.shell, { onCovered: comeOutOnTop, onHidden: listener.onHidden }, signal);
  return { ...frame, remove };
}

/** Where the panel is seen and can be used: in the open modal dialog or the fullscreen element, else in the page itself. */
function topmostLayer(): Element {
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  const fullscreen = document.fullscreenElement;
  const isReplaced = fullscreen?.matches('img, video, canvas, embed, object, iframe'); // It draws none of its children.
  return dialog ?? (isReplaced ? undefined : fullscreen) ?? document.documentElement;
}
