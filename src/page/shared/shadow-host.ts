import { browser } from '../../core/browser/browser.ts';
import { language, textDirection } from '../../core/i18n.ts';

/** What a host element must be, whatever the page's style sheets say; light or dark as the user has it, not the page. */
const HOST_STYLE =
  'all:initial;color-scheme:light dark;position:fixed;inset:0 auto auto 0;display:block;z-index:2147483647;';

/** An element of ours in a page, and the closed root in which all of it is. */
export interface ShadowHost {
  /** Not in the page yet. */
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /**
   * Holds all of it, in the interface's language and direction: what would follow the page's, as `:dir()` does, follows this
   * element, which no script of the page reaches.
   */
  readonly layer: HTMLElement;
  /** Undoes the page's own zoom (CSS), which multiplies all in it; the page may change it at any time. */
  unzoom(): void;
  /** Makes it unseen, without taking the keyboard focus from it, or seen again. */
  setSeen(isSeen: boolean): void;
}

/**
 * Makes a place for something of ours in a page: the page's scripts find nothing in a closed shadow root, and its styles do
 * not reach it.
 */
export function createShadowHost(kind: 'section' | 'div', css: string): ShadowHost {
  const host = document.createElement('div');
  const keep = keepStyle(host);
  const unzoom = () => {
    const { currentCSSZoom } = host.parentElement ?? document.documentElement;
    // `all` leaves the direction of writing alone.
    keep(`${HOST_STYLE}direction:${textDirection()};zoom:${1 / currentCSSZoom};`.replaceAll(';', '!important;'));
  };
  unzoom();
  const root = host.attachShadow({ mode: 'closed' });
  const layer = document.createElement(kind);
  layer.lang = language();
  layer.dir = textDirection();
  root.append(layer);
  addStyle(root, css);
  // Keys typed in it are not the page's to hear or to act on.
  for (const type of ['keydown', 'keyup', 'keypress']) host.addEventListener(type, (event) => event.stopPropagation());
  const setSeen = (isSeen: boolean) => {
    layer.style.opacity = isSeen ? '' : '0';
    layer.style.pointerEvents = isSeen ? '' : 'none';
  };
  return { host, root, layer, unzoom, setSeen };
}

/** A page that goes on changing what is put right is left alone with itself. */
const MOST_REPAIRS = 99;

/**
 * Keeps the page's scripts from making the host invisible or inert, or from moving it, so that a click on something else would be one on
 * a button in it. Put right before anything is painted or clicked; where a page goes on, nothing of ours stays.
 */
function keepStyle(host: HTMLElement): (style: string) => void {
  let written: string | null = null;
  let kept = '';
  let repairs = 0;
  const dress = () => {
    host.style.cssText = kept; // No attribute: the policy of the extension's own pages forbids those.
    host.inert = false;
    written = host.getAttribute('style');
  };
  new MutationObserver(() => {
    if (host.getAttribute('style') === written && !host.inert) return;
    if (repairs++ < MOST_REPAIRS) dress();
    else host.remove();
  }).observe(host, { attributeFilter: ['style', 'inert'] });
  return (style) => {
    if (style === kept) return;
    kept = style;
    dress();
  };
}

/**
 * In a page, a style element: Firefox lets no content script adopt style sheets. In the extension's own pages, whose
 * policy forbids style elements, an adopted style sheet.
 */
export function addStyle(root: ShadowRoot | Document, css: string): void {
  if (browser.runtime.getURL('/').startsWith(location.origin)) {
    const { CSSStyleSheet } = ('defaultView' in root ? root : root.ownerDocument).defaultView ?? window;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets.push(sheet);
    return;
  }
  const style = document.createElement('style');
  style.textContent = css;
  ('head' in root ? root.head : root).prepend(style);
}
