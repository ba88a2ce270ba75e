import { hasRuntime } from '../../core/browser/quirks.ts';
import type { PointedMedia } from '../../core/protocol/protocol.ts';
import type { PartPicker } from '../../core/view/part-picker.tsx';
import type { FoundPictures } from '../find/found-pictures.ts';
import type { Picture } from '../find/picture.ts';
import type { onScreen } from '../read/on-screen.ts';
import type { readPixels } from '../read/read-pixels.ts';
import type { Area } from '../read/visible-part.ts';
import type { lentByPage } from './lent-by-page.ts';
import type { lentByPanel } from './lent-by-panel.ts';

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
export function claimFrame(script: 'page' | 'panel' | 'clip' | 'page-check' | 'show-media' | 'automatic'): boolean {
  const isServed = left<unknown>(CLAIM + script);
  if (typeof isServed === 'function' && isServed() === true) return false;
  Reflect.set(globalThis, CLAIM + script, hasRuntime);
  return true;
}

/** Where the page script leaves the way to what it has found for other scripts of ours. */
const FINDER = 'checkWithBitmindFinder';

/** What the page script of a frame knows of the checks in it. */
interface CheckFinder {
  /** What was found for a check: before, or now. */
  found(checkId: string, pointed: PointedMedia | undefined): FoundPictures | undefined;
  /** The element that shows it now. */
  elementOf(checkId: string): Element | undefined;
  /** The check has ended, and nothing shows it any more. */
  forget(checkId: string): void;
}

/** Lets other scripts in this frame ask for what was found. */
export function shareFinder(finder: CheckFinder): void {
  Reflect.set(globalThis, FINDER, finder);
}

/** The finder of the page script of this frame. */
export function checkFinder(): CheckFinder | undefined {
  return left(FINDER);
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

/** Where the script that watches for images leaves those that have come into view. */
const IN_VIEW = 'checkWithBitmindInView';

interface InView {
  /** Gives what has come into view since this was asked last. */
  take(): readonly Element[];
  /** Tells the background of what waits, if anything does. */
  tell(): void;
}

/** Lets other scripts of ours ask for what has come into view. */
export function shareInView(inView: InView): void {
  Reflect.set(globalThis, IN_VIEW, inView);
}

/** What has come into view, where that is watched. */
export function inViewOf(): InView | undefined {
  return left(IN_VIEW);
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

/** Where the script by which a part of an image is chosen leaves what it draws for panel.ts. */
const PART_PICKER = 'checkWithBitmindPart';

/** Lets the panel draw what a part is chosen by. */
export function sharePartPicker(picker: typeof PartPicker): void {
  Reflect.set(globalThis, PART_PICKER, picker);
}

/** What a part is chosen by, once its script is in this frame. */
export function partPicker(): typeof PartPicker | undefined {
  return left(PART_PICKER);
}

/** Before whose modules are lent. */
const LENT = 'checkWithBitmindLent-';

/** What each script lends to those that come into the frame behind it. */
interface Lent {
  page: typeof lentByPage;
  panel: typeof lentByPanel;
}

/** Lends modules to the scripts that come into the frame behind this one. */
export function lendModules<Lender extends keyof Lent>(lender: Lender, modules: Lent[Lender]): void {
  Reflect.set(globalThis, LENT + lender, modules);
}

/** What a script lends that came into this frame before. */
export function lentModules<Lender extends keyof Lent>(lender: Lender): Lent[Lender] {
  const modules = left<Lent[Lender]>(LENT + lender);
  if (!modules) throw new Error(`No ${lender}.js came before this script.`);
  return modules;
}
