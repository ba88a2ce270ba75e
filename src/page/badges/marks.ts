import { createShadowHost } from '../../core/parts/shadow-host.ts';
import theme from '../../core/parts/theme.css?inline';
import { trusted } from '../../core/parts/trusted.ts';
import type { MarkView } from '../../core/protocol/page-run-view.ts';
import type { Area } from '../read/visible-part.ts';
import { drawMark } from './draw-mark.tsx';
import { followElements } from './follow-elements.ts';
import css from './marks.css?inline';

/** Less of a picture in view than this has no room for a mark, in CSS pixels a side. */
const SMALLEST_PART = 20;

/** Distance of a mark from the corner, in CSS pixels. */
const INSET = 4;

/** A mark to be drawn on one element. */
export interface ElementMark {
  readonly element: Element;
  readonly view: MarkView;
}

/** The marks in one frame. */
export interface Marks {
  /** Draws these, and no others. */
  show(marks: readonly ElementMark[]): void;
  /** Puts right what the page may have changed: that they are in it, and its zoom. */
  refresh(): void;
  /** As that of a shadow host. */
  setSeen(isSeen: boolean): void;
  /** Whether there is anything of it in the page. */
  isThere(): boolean;
  /** Removes every trace of them from the page. */
  remove(): void;
}

interface Drawn {
  readonly button: HTMLButtonElement;
  view: MarkView;
}

/** Draws marks at the corners of media. `onOpen` is told which the user chose. */
export function createMarks(onOpen: (key: string) => void): Marks {
  const { host, layer, unzoom, setSeen } = createShadowHost('div', theme + css);
  layer.className = 'marks';
  const drawn = new Map<Element, Drawn>();
  const following = followElements((places) => {
    unzoom();
    for (const [element, part] of places) {
      const one = drawn.get(element);
      if (one) place(one.button, part, layer.dir === 'rtl');
    }
  });

  function draw(element: Element, view: MarkView): void {
    const known = drawn.get(element);
    if (known) {
      if (known.view.words !== view.words || known.view.tone !== view.tone) drawMark(known.button, view);
      known.view = view;
      return;
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.hidden = true;
    drawMark(button, view);
    layer.append(button);
    const one: Drawn = { button, view };
    button.addEventListener(
      'click',
      trusted(() => onOpen(one.view.key)),
    );
    drawn.set(element, one);
    following.add(element);
  }

  function erase(element: Element): void {
    following.drop(element);
    drawn.get(element)?.button.remove();
    drawn.delete(element);
  }

  function refresh(): void {
    if (drawn.size === 0) return;
    if (!host.isConnected) document.documentElement.append(host);
    unzoom();
  }

  return {
    show(marks) {
      const wanted = new Map(marks.map(({ element, view }) => [element, view]));
      for (const element of [...drawn.keys()]) if (!wanted.has(element)) erase(element);
      for (const [element, view] of wanted) draw(element, view);
      if (wanted.size === 0) host.remove();
      refresh();
    },
    refresh,
    setSeen,
    isThere: () => host.isConnected,
    remove() {
      for (const element of [...drawn.keys()]) erase(element);
      host.remove();
    },
  };
}

/** Puts a mark into the corner of what is in view of its media; unseen where that is next to nothing. */
function place(button: HTMLButtonElement, part: Area | undefined, isRightToLeft: boolean): void {
  const isSeen = part !== undefined && part.width >= SMALLEST_PART && part.height >= SMALLEST_PART;
  button.hidden = !isSeen;
  if (!isSeen) return;
  const left = isRightToLeft ? part.left + part.width - INSET : part.left + INSET;
  button.style.setProperty('transform', `translate(${left}px, ${part.top + INSET}px)`);
}
