/** A page that goes on taking something of ours away is left alone with itself. */
const MOST_RETURNS = 99;

/**
 * Puts a host into the page, and into the top layer where the page has something there, since all outside a modal dialog is inert;
 * with `isOnTop` always. It takes its place again, and `onPlaced` is told, when the page opens or closes something modal, or
 * moves or closes the host itself. Gives what brings it out above all that has come into the top layer since. With the end
 * of `leaving` it is gone from the page.
 */
export function keepPlace(
  host: HTMLElement,
  isOnTop: boolean,
  onPlaced: () => void,
  leaving: AbortController,
): () => void {
  const { signal } = leaving;
  let returns = 0;
  /** Where it was put last. */
  let place: Element | undefined;

  function takePlace(): void {
    place = topmostLayer();
    const isAbove = isOnTop || place !== document.documentElement;
    if (host.parentNode === place && host.matches(':popover-open') === isAbove) return;
    if (returns++ > MOST_RETURNS) {
      leaving.abort();
      return;
    }
    if (host.parentNode !== place) place.append(host);
    host.popover = 'manual';
    host.togglePopover(isAbove);
    onPlaced();
  }

  // Dialogs open and close by that attribute; whatever else happens to the host is a change of children.
  const changes = new MutationObserver((records) => {
    const isModalAnother = records.some(({ attributeName }) => attributeName);
    if (isModalAnother || !host.isConnected || host.parentNode !== place) takePlace();
  });
  changes.observe(document, { subtree: true, childList: true, attributeFilter: ['open'] });
  document.addEventListener('fullscreenchange', takePlace, { signal });
  host.addEventListener('toggle', takePlace, { signal });
  signal.addEventListener('abort', () => {
    changes.disconnect();
    host.remove();
  });
  takePlace();
  return () => {
    if (!host.matches(':popover-open')) return;
    if (returns++ > MOST_RETURNS) {
      leaving.abort();
      return;
    }
    host.togglePopover();
    host.getBoundingClientRect(); // Else Firefox goes on painting it where it was.
    host.togglePopover();
  };
}

/** Where something of ours is seen and can be used: in the open modal dialog or the fullscreen element, else in the page itself. */
export function topmostLayer(): Element {
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  const fullscreen = document.fullscreenElement;
  const isReplaced = fullscreen?.matches('img, video, canvas, embed, object, iframe'); // It draws none of its children.
  return dialog ?? (isReplaced ? undefined : fullscreen) ?? document.documentElement;
}
