import { hasRuntime } from '../../core/browser/quirks.ts';
import type { Picture } from '../find/picture.ts';
import type { onScreen } from '../read/on-screen.ts';
import type { readPixels } from '../read/read-pixels.ts';
import type { Area } from '../read/visible-part.ts';
import type { lent } from './lent-modules.ts';

// What our scripts in one frame know of each other, in the world that pages do not see.

/** What a script of ours has left under a name. A page's element of that name is found in the same place, but as no property of its own. */
function left<T>(name: string): T | undefined {
  return Object.hasOwn(globalThis, name) ? Reflect.get(globalThis, name) : undefined;
}

/** Where the script that serves this frame is known to later ones. */
const CLAIM = 'checkWithBitmindScript-';

/**
 * Whether this is the one script of its kind that serves the frame: a second one would answer every message twice. One of a version that
 * has been updated meanwhile answers nothing any more, and does not count.
 */
export function claimFrame(script: 'page' | 'clip' | 'page-check'): boolean {
  const isServed = left<unknown>(CLAIM + script);
  if (typeof isServed === 'function' && isServed() === true) return false;
  Reflect.set(globalThis, CLAIM + script, hasRuntime);
  return true;
}

/** Where the page script leaves the way to its elements for other scripts of ours. */
const ELEMENT_OF = 'checkWithBitmindElementOf';

type ElementOf = (checkId: string) => Element | undefined;

/** Lets other scripts in this frame ask for the element of a check. */
export function shareElements(elementOf: ElementOf): void {
  Reflect.set(globalThis, ELEMENT_OF, elementOf);
}

/** The element of a check, as the page script of this frame found it. */
export function elementOfCheck(checkId: string): Element | undefined {
  const elementOf = left<ElementOf>(ELEMENT_OF);
  return elementOf?.(checkId);
}

/** Where the script for whole pages leaves the way to its media for page.ts. */
const COLLECTED = 'checkWithBitmindCollected';

type CollectedPicture = (key: string) => Picture | undefined;

/** Lets the page script of this frame ask for what was collected. */
export function shareCollected(pictureOf: CollectedPicture): void {
  Reflect.set(globalThis, COLLECTED, pictureOf);
}

/** What was collected under a name, if it is shown still. */
export function collectedPicture(key: string): Picture | undefined {
  const pictureOf = left<CollectedPicture>(COLLECTED);
  return pictureOf?.(key);
}

/** Where the script for whole pages leaves where it has drawn something that stays at its place. */
const TAKEN = 'checkWithBitmindTaken';

type Taken = () => readonly Area[];

/** Lets the panel of this frame keep off what another script of ours has drawn. */
export function shareTaken(taken: Taken): void {
  Reflect.set(globalThis, TAKEN, taken);
}

/** Where other scripts of ours have drawn something in this frame that the panel had better not cover. */
export function takenPlaces(): readonly Area[] {
  const taken = left<Taken>(TAKEN);
  return taken?.() ?? [];
}

/** Where the script that reads what is shown leaves its ways for page.ts. */
const SHOWN = 'checkWithBitmindShown';

interface ShownReader {
  readonly onScreen: typeof onScreen;
  readonly readPixels: typeof readPixels;
}

/** Lets the page script read what is shown. */
export function shareShownReader(reader: ShownReader): void {
  Reflect.set(globalThis, SHOWN, reader);
}

/** What reads the shown, once its script is in this frame. */
export function shownReader(): ShownReader | undefined {
  return left(SHOWN);
}

/** Where the page script leaves what it lends to other scripts of ours. */
const LENT = 'checkWithBitmindLent';

/** Lends modules to the scripts that come into the frame behind this one. */
export function lendModules(modules: typeof lent): void {
  Reflect.set(globalThis, LENT, modules);
}

/** What the page script of this frame lends. */
export function lentModules(): typeof lent {
  const modules = left<typeof lent>(LENT);
  if (!modules) throw new Error('No page script came before this one.');
  return modules;
}
