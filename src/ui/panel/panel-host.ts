import { textDirection } from '../../i18n.ts';
import { isOwnPage } from '../../platform/own-page.ts';

/** What the panel's host element must be, whatever the page's style sheets say. */
const HOST_STYLE: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  inset: '0 auto auto 0',
  width: '0',
  height: '0',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'none',
  overflow: 'visible',
  display: 'block',
  'z-index': '2147483647',
};

/** The panel's place in the page. */
export interface PanelHost {
  /** The region that holds the panel; keyboard focus can be put on it. */
  readonly region: HTMLElement;
  /** Makes the panel unseen (and lets a frame be painted without it), or seen again. */
  setSeen(isSeen: boolean): void;
  /** Whether the keyboard focus is in the panel; if it is elsewhere, the user has put it there. */
  hasFocus(): boolean;
  remove(): void;
}

/**
 * Puts an empty panel into the page, in a closed shadow root: the page's scripts find nothing in it, and its styles do not
 * reach it. In the top layer where the page has one open, since all outside a modal dialog is inert.
 */
export function createPanelHost(regionName: string, css: string): PanelHost {
  const host = document.createElement('div');
  for (const [name, value] of Object.entries(HOST_STYLE)) host.style.setProperty(name, value, 'important');
  // `all` leaves the direction of writing alone, and a page's zoom multiplies that of all in it.
  host.style.setProperty('direction', textDirection(), 'important');
  host.style.setProperty('zoom', String(1 / document.documentElement.currentCSSZoom), 'important');
  const root = host.attachShadow({ mode: 'closed' });
  const region = document.createElement('section');
  region.setAttribute('aria-label', regionName);
  region.setAttribute('role', 'region');
  region.tabIndex = -1;
  root.append(region);
  addStyle(root, css);
  // Keys typed in the panel are not the page's to hear or to act on.
  for (const type of ['keydown', 'keyup', 'keypress']) host.addEventListener(type, (event) => event.stopPropagation());
  topmostLayer().append(host);
  host.popover = 'manual';
  host.showPopover();
  return {
    region,
    setSeen: (isSeen) => host.style.setProperty('visibility', isSeen ? 'visible' : 'hidden', 'important'),
    hasFocus: () => root.activeElement !== null,
    remove: () => host.remove(),
  };
}

/**
 * In a page, a style element: Firefox lets no content script adopt style sheets. In the extension's own pages, whose
 * policy forbids style elements, an adopted style sheet.
 */
function addStyle(root: ShadowRoot, css: string): void {
  if (isOwnPage()) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    return;
  }
  const style = document.createElement('style');
  style.textContent = css;
  root.prepend(style);
}

/** Where the panel is seen and can be used: in the open modal dialog or the fullscreen element, else in the page itself. */
function topmostLayer(): Element {
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  const fullscreen = document.fullscreenElement;
  const isReplaced = fullscreen?.matches('img, video, canvas, embed, object, iframe'); // It draws none of its children.
  return dialog ?? (isReplaced ? undefined : fullscreen) ?? document.documentElement;
}
