import { textDirection } from '../../i18n.ts';
import { isOwnPage } from '../../platform/own-page.ts';

/** What a host element must be, whatever the page's style sheets say. */
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

/** An element of ours in a page, and the closed root in which all of it is. */
export interface ShadowHost {
  /** Not in the page yet. */
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Undoes the page's own zoom (CSS), which multiplies all in it; the page may change it at any time. */
  unzoom(): void;
}

/**
 * Makes a place for something of ours in a page: the page's scripts find nothing in a closed shadow root, and its styles do
 * not reach it.
 */
export function createShadowHost(css: string): ShadowHost {
  const host = document.createElement('div');
  for (const [name, value] of Object.entries(HOST_STYLE)) host.style.setProperty(name, value, 'important');
  host.style.setProperty('direction', textDirection(), 'important'); // `all` leaves it alone.
  const unzoom = () => {
    const { currentCSSZoom } = host.parentElement ?? document.documentElement;
    host.style.setProperty('zoom', String(1 / currentCSSZoom), 'important');
  };
  unzoom();
  const root = host.attachShadow({ mode: 'closed' });
  addStyle(root, css);
  // Keys typed in it are not the page's to hear or to act on.
  for (const type of ['keydown', 'keyup', 'keypress']) host.addEventListener(type, (event) => event.stopPropagation());
  return { host, root, unzoom };
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
