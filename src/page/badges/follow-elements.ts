import { withinAny } from '../find/shadow-trees.ts';
import { shownPart, type Windows } from '../find/shown-part.ts';
import type { Area } from '../read/visible-part.ts';
import { watchPlace } from '../shared/watch-place.ts';

/** How far beyond the frame's edges an element counts as in view, so that it is followed before it is seen. */
const MARGIN = '200px';

/** An element that was at the same place in so many painted frames is at rest. */
const FRAMES_OF_REST = 10;

/** Follows where elements are. */
export interface Following {
  add(element: Element): void;
  drop(element: Element): void;
}

interface Followed {
  /** The part of it that is in view; undefined while none is. */
  part: Area | undefined;
  isInView: boolean;
  framesOfRest: number;
  /** Set while it is at rest. */
  stopWatching?: () => void;
}

/**
 * Tells where the elements are that have moved: all that have, at once, in a painted frame. One that rests costs nothing, nor
 * does one out of view; one that moves is looked at in each frame until it rests. No timers.
 */
export function followElements(onMoved: (places: ReadonlyMap<Element, Area | undefined>) => void): Following {
  const followed = new Map<Element, Followed>();
  const moving = new Set<Element>();
  const heard = new WeakSet<Node>();
  let isPlanned = false;

  function plan(): void {
    if (isPlanned || moving.size === 0) return;
    isPlanned = true;
    requestAnimationFrame(() => {
      isPlanned = false;
      look();
      plan();
    });
  }

  /** They may be moving. */
  function follow(elements: Iterable<Element>): void {
    for (const element of elements) {
      const one = followed.get(element);
      if (!one) continue;
      one.stopWatching?.();
      delete one.stopWatching;
      one.framesOfRest = 0;
      moving.add(element);
    }
    plan();
  }

  function look(): void {
    const windows: Windows = new Map();
    const places = new Map<Element, Area | undefined>();
    const resting: Element[] = [];
    for (const element of moving) {
      const one = followed.get(element);
      if (!one) continue;
      const part = one.isInView ? shownPart(element, windows) : undefined;
      if (isSamePlace(part, one.part)) one.framesOfRest += 1;
      else {
        one.framesOfRest = 0;
        one.part = part;
        places.set(element, part);
      }
      if (!one.isInView || one.framesOfRest >= FRAMES_OF_REST) resting.push(element);
    }
    for (const element of resting) rest(element);
    if (places.size > 0) onMoved(places);
  }

  function rest(element: Element): void {
    moving.delete(element);
    const one = followed.get(element);
    if (one?.isInView) one.stopWatching = watchPlace(element, () => follow([element]));
  }

  const sizes = new ResizeObserver((entries) => follow(entries.map(({ target }) => target)));
  const views = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const one = followed.get(target);
        if (!one || one.isInView === isIntersecting) continue;
        one.isInView = isIntersecting;
        if (isIntersecting) sizes.observe(target);
        else sizes.unobserve(target);
        follow([target]);
      }
    },
    { root: document, rootMargin: MARGIN },
  );

  function* inView(): Generator<Element> {
    for (const [element, { isInView }] of followed) if (isInView) yield element;
  }

  const onScroll = ({ target }: Event) => {
    if (followed.size > 0 && target instanceof Node) follow(withinAny(inView(), new Set([target])));
  };
  /** A document is not told of what scrolls in a shadow root. */
  function hear(element: Element): void {
    for (let root: Node = element.getRootNode(); ; root = root.host.getRootNode()) {
      if (heard.has(root)) return;
      heard.add(root);
      root.addEventListener('scroll', onScroll, { capture: true, passive: true });
      if (!(root instanceof ShadowRoot)) return;
    }
  }
  window.addEventListener('resize', () => follow(inView()));

  return {
    add(element) {
      followed.set(element, { part: undefined, isInView: false, framesOfRest: 0 });
      hear(element);
      views.observe(element);
    },
    drop(element) {
      followed.get(element)?.stopWatching?.();
      followed.delete(element);
      moving.delete(element);
      sizes.unobserve(element);
      views.unobserve(element);
    },
  };
}

function isSamePlace(one: Area | undefined, other: Area | undefined): boolean {
  return (
    one === other ||
    (one?.left === other?.left &&
      one?.top === other?.top &&
      one?.width === other?.width &&
      one?.height === other?.height)
  );
}
