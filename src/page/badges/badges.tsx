import { render } from 'preact';
import type { BadgeView } from '../../core/protocol/page-run-view.ts';
import { FileSign } from '../../core/view/file-sign.tsx';
import { Icon } from '../../core/view/icons.tsx';
import theme from '../../core/view/theme.css?inline';
import { trusted } from '../../core/view/trusted.ts';
import { withinAny } from '../find/shadow-trees.ts';
import type { Area } from '../read/visible-part.ts';
import { keepPlace, topmostLayer } from '../shared/keep-place.ts';
import { createShadowHost } from '../shared/shadow-host.ts';
import css from './badges.css?inline';
import { followElements } from './follow-elements.ts';

/** Less of a picture in view than this has no room for a badge, in CSS pixels a side. */
const SMALLEST_PART = 20;

/** Less of it has room for the sign of the verdict alone, in CSS pixels across. */
const NARROW_PART = 64;

/** Distance of a badge from the corner, in CSS pixels. */
const INSET = 4;

/** A badge to be drawn on one element. */
export interface ElementBadge {
  readonly element: Element;
  readonly view: BadgeView;
}

/** The badges in one frame. */
export interface Badges {
  /** Draws these, and no others. */
  show(badges: readonly ElementBadge[]): void;
  /** Scrolls to the media of that name and gives its badge the focus; false where it is not to be seen. */
  goTo(key: string): boolean;
  /** As that of a shadow host. */
  unzoom(): void;
  /** As that of a shadow host. */
  setSeen(isSeen: boolean): void;
  /** Whether there is anything of it in the page. */
  isThere(): boolean;
  /** Removes every trace of them from the page. */
  remove(): void;
}

interface Drawn {
  readonly button: HTMLButtonElement;
  view: BadgeView;
  /** Of its media, in view. */
  part: Area | undefined;
}

/**
 * Draws badges at the corners of media. `onOpen` is told which the user chose; `keepBelow` puts their host below what is to be on
 * top of them.
 */
export function createBadges(onOpen: (key: string) => void, keepBelow: (host: HTMLElement) => void): Badges {
  const { host, layer, unzoom, setSeen } = createShadowHost('div', theme + css);
  layer.className = 'badges';
  const drawn = new Map<Element, Drawn>();
  // What a badge opened gives the focus back to what the document calls focused, which is the host.
  let focused: HTMLButtonElement | undefined;
  host.focus = (options) => focused?.focus(options);
  /** It gets the focus as soon as it is seen. */
  let wanted: HTMLButtonElement | undefined;
  let leaving: AbortController | undefined;
  /** Of what the page has below its open dialog, nothing can be chosen. */
  const isReached = (element: Element) => {
    const within = topmostLayer();
    return within === document.documentElement || withinAny([element], new Set([within])).length > 0;
  };
  const placeAt = (element: Element, one: Drawn, part: Area | undefined) => {
    one.part = part;
    place(one.button, isReached(element) ? part : undefined, layer.dir === 'rtl');
  };
  const following = followElements((places) => {
    unzoom();
    for (const [element, part] of places) {
      const one = drawn.get(element);
      if (one) placeAt(element, one, part);
    }
    focusWanted();
  });

  function draw(element: Element, view: BadgeView): void {
    const known = drawn.get(element);
    if (known) {
      if (known.view.words !== view.words || known.view.tone !== view.tone || known.view.sign !== view.sign)
        drawBadge(known.button, view);
      known.view = view;
      return;
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.hidden = true;
    drawBadge(button, view);
    layer.append(button);
    const one: Drawn = { button, view, part: undefined };
    button.addEventListener(
      'click',
      trusted(() => onOpen(one.view.key)),
    );
    button.onfocus = () => {
      focused = button;
    };
    drawn.set(element, one);
    following.add(element);
  }

  function focusWanted(): void {
    if (!wanted || wanted.hidden) return;
    wanted.focus({ preventScroll: true });
    wanted = undefined;
  }

  function erase(element: Element): void {
    following.drop(element);
    drawn.get(element)?.button.remove();
    drawn.delete(element);
  }

  function enter(): void {
    leaving = new AbortController();
    keepPlace(host, false, onPlaced, leaving);
  }

  function leave(): void {
    leaving?.abort();
    leaving = undefined;
  }

  function onPlaced(): void {
    keepBelow(host);
    unzoom();
    for (const [element, one] of drawn) placeAt(element, one, one.part);
  }

  return {
    goTo(key) {
      const found = [...drawn].find(([element, { view }]) => view.key === key && element.getClientRects().length > 0);
      if (!found || !isReached(found[0])) return false;
      const [element, { button }] = found;
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      wanted = button;
      focusWanted();
      return true;
    },
    show(badges) {
      const wanted = new Map(badges.map(({ element, view }) => [element, view]));
      for (const element of [...drawn.keys()]) if (!wanted.has(element)) erase(element);
      for (const [element, view] of wanted) draw(element, view);
      if (wanted.size === 0) leave();
      else if (!leaving) enter();
    },
    unzoom,
    setSeen,
    isThere: () => host.isConnected,
    remove() {
      for (const element of [...drawn.keys()]) erase(element);
      leave();
    },
  };
}

/** Puts a badge into the corner of what is in view of its media; unseen where that is next to nothing. */
function place(button: HTMLButtonElement, part: Area | undefined, isRightToLeft: boolean): void {
  button.hidden = !part || Math.min(part.width, part.height) < SMALLEST_PART;
  if (!part) return;
  button.toggleAttribute('data-narrow', part.width < NARROW_PART);
  const inset = isRightToLeft ? part.width - INSET : INSET;
  button.style.cssText = `--left:${part.left + inset}px;--top:${part.top + INSET}px`;
}

/** Draws a badge into its button: an icon, the sign of what the file says, and words that are shown when it is hovered or has the focus. */
function drawBadge(button: HTMLButtonElement, { words, tone, sign }: BadgeView): void {
  button.className = tone;
  button.setAttribute('aria-label', words);
  render(
    <>
      <Icon name={tone} size={14} />
      {sign && <FileSign kind={sign} size={14} />}
      <span aria-hidden="true">{words}</span>
    </>,
    button,
  );
}
