import { type ComponentChild, render } from 'preact';
import { language, textDirection } from '../../core/i18n.ts';
import theme from '../../core/view/theme.css?inline';
import boxCss from './box.css?inline';
import shellCss from './own-frame.css?inline';
import { addStyle, createShadowHost } from './shadow-host.ts';

/** A place for something of ours in a page, out of the page's event and focus order. */
export interface OwnFrame {
  /** Not in the page yet. */
  readonly host: HTMLElement;
  /** What is seen in the page, to be placed there: as large as its content, but never larger than the window. */
  readonly shell: HTMLElement;
  /** Draws this, now and whenever the frame has a new document; `null` takes away what was drawn. */
  draw(content: ComponentChild): void;
  /** Puts the keyboard focus on the region, now or as soon as it is there. */
  focus(): void;
  /** Whether the keyboard focus is on something in the region. */
  hasFocus(): boolean;
  /** As that of a shadow host. */
  unzoom(): void;
  /** As that of a shadow host. */
  setSeen(isSeen: boolean): void;
}

/** Where the user was in the content: the focus and what is open by their numbers, since all of it is drawn anew. */
interface Place {
  readonly focused: number | undefined;
  readonly open: readonly boolean[];
  readonly checked: readonly boolean[];
  readonly scrollTop: number;
}

/** What can have the focus in it. */
const FOCUSABLE = 'section, button, summary, input';

/**
 * Makes a region of that name in a frame without an address, inside a closed shadow root: the page hears none of the clicks and
 * keys in it, cannot move the focus out of it, and sees no more than that its own window lost the focus. A frame that is moved
 * loses its document and is drawn again. In a sandbox (CSP), whose frames are closed to us as well, the region stands in the
 * shadow root itself. `onKey` hears the keys pressed in it.
 */
export function createOwnFrame(name: string, css: string, onKey?: (event: KeyboardEvent) => void): OwnFrame {
  const { host, root, layer, unzoom, setSeen } = createShadowHost('div', theme + shellCss);
  const shell = document.createElement('div');
  shell.className = 'shell';
  const frame = document.createElement('iframe');
  frame.title = name;
  layer.append(shell);
  shell.append(frame);
  const resized = new ResizeObserver(matchContent);
  let drawn: ComponentChild = null;
  let region: HTMLElement | undefined;
  let content: HTMLElement | undefined;
  let place: Place | undefined;
  let wantsFocus = false;

  function matchContent(): void {
    const height = content?.getBoundingClientRect().height ?? 0;
    frame.style.setProperty('height', `${Math.ceil(height)}px`);
  }

  const focusables = () => (region ? [region, ...region.querySelectorAll<HTMLElement>(FOCUSABLE)] : []);

  function focused(): HTMLElement | undefined {
    const own = region?.getRootNode();
    const isElsewhere = own !== root && root.activeElement !== frame;
    if (isElsewhere || !own || !('activeElement' in own)) return undefined;
    return focusables().find((one) => one === own.activeElement);
  }

  /** The frame's document ends. */
  function leave(): void {
    const now = focused();
    if (!region) return;
    place = {
      focused: now && focusables().indexOf(now),
      open: [...region.querySelectorAll('details')].map(({ open }) => open),
      checked: [...region.querySelectorAll('input')].map(({ checked }) => checked),
      scrollTop: region.scrollTop,
    };
  }

  function restore({ focused, open, checked, scrollTop }: Place): void {
    if (!region) return;
    for (const [index, details] of region.querySelectorAll('details').entries()) details.open = open[index] === true;
    for (const [index, box] of region.querySelectorAll('input').entries()) box.checked = checked[index] === true;
    matchContent();
    region.scrollTop = scrollTop;
    if (focused !== undefined) focusables()[focused]?.focus({ preventScroll: true });
  }

  function enter(): void {
    if (content) render(null, content);
    resized.disconnect();
    region = document.createElement('section');
    region.setAttribute('role', 'region');
    region.setAttribute('aria-label', name);
    region.tabIndex = -1;
    content = document.createElement('div');
    content.className = 'content';
    region.append(content);
    render(drawn, content);
    const own = frame.contentDocument;
    if (own === null) stand(region);
    else move(region, own);
    if (place) restore(place);
    if (wantsFocus) region.focus({ preventScroll: true });
    place = undefined;
    wantsFocus = false;
  }

  function move(into: HTMLElement, own: Document): void {
    own.documentElement.lang = language();
    own.documentElement.dir = textDirection();
    addStyle(own, theme + boxCss + css);
    own.body.append(into);
    if (onKey) own.addEventListener('keydown', onKey);
    own.defaultView?.addEventListener('pagehide', leave);
    if (content) resized.observe(content);
    matchContent();
  }

  /** Without a frame. */
  function stand(into: HTMLElement): void {
    addStyle(root, boxCss + css);
    into.classList.add('in-page');
    frame.replaceWith(into);
    if (onKey) into.addEventListener('keydown', onKey);
  }

  frame.addEventListener('load', enter);
  return {
    host,
    shell,
    draw(next) {
      drawn = next;
      if (content) render(next, content);
    },
    focus() {
      if (region?.isConnected) region.focus({ preventScroll: true });
      else wantsFocus = true;
    },
    hasFocus: () => focused() !== undefined,
    unzoom,
    setSeen,
  };
}
