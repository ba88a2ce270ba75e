import { type Browser, browser } from '../../core/browser/browser.ts';
import { within } from '../within.ts';

/** One frame of one tab. */
export interface Frame {
  readonly tabId: number;
  readonly frameId: number;
}

/** The script that finds media and reads what only the page can read (entrypoints/page.ts). */
const PAGE_SCRIPT = '/page.js';

/** The script that shows the panel (entrypoints/panel.ts). */
const PANEL_SCRIPT = '/panel.js';

/** The script by which a part of an image is chosen (entrypoints/part.ts). */
const PART_SCRIPT = '/part.js';

/** The script that records what is playing (entrypoints/clip.ts). */
const CLIP_SCRIPT = '/clip.js';

/** The script that reads what a frame shows (entrypoints/pixels.ts). */
const PIXELS_SCRIPT = '/pixels.js';

/** The script that shows where in a page media is (entrypoints/show-media.ts). */
const SHOW_MEDIA_SCRIPT = '/show-media.js';

/** The script that collects the media of a whole page, and puts badges on them (entrypoints/page-check.ts). */
const PAGE_CHECK_SCRIPT = '/page-check.js';

/** The script that watches for images on sites where they are checked as they are shown (entrypoints/automatic.ts). */
const AUTOMATIC_SCRIPT = '/automatic.js';

/** At once, and in this order: each borrows from those before it. */
const PAGE_CHECK_SCRIPTS = [PAGE_SCRIPT, PANEL_SCRIPT, PAGE_CHECK_SCRIPT] as const;

/** A frame in which nothing else runs does so well within this, in milliseconds. */
const FRAME_LIMIT_MS = 1_000;

/** Between looks whether the page's process knows by now, twice as long each time: a second in all. Milliseconds. */
const FIRST_PAUSE_MS = 8;
const LAST_PAUSE_MS = 512;

type Script =
  | typeof PAGE_SCRIPT
  | typeof PANEL_SCRIPT
  | typeof CLIP_SCRIPT
  | typeof PART_SCRIPT
  | typeof PIXELS_SCRIPT
  | typeof SHOW_MEDIA_SCRIPT
  | typeof PAGE_CHECK_SCRIPT
  | typeof AUTOMATIC_SCRIPT;

/** Puts the page script into a frame; false where scripts may not run (browser pages, stores, frames out of reach). */
export function injectPageScript(frame: Frame): Promise<boolean> {
  return inject(frame, [PAGE_SCRIPT]);
}

/** Puts the script that shows the panel into a frame, behind the page script; false as above. */
export function injectPanelScript(frame: Frame): Promise<boolean> {
  return inject(frame, [PAGE_SCRIPT, PANEL_SCRIPT]);
}

/** Puts the script by which a part is chosen into a frame with a panel; false as above. */
export function injectPartPicker({ tabId, frameId }: Frame): Promise<boolean> {
  return inject({ tabId, frameId }, [PAGE_SCRIPT, PANEL_SCRIPT, PART_SCRIPT]);
}

/** Puts the script that records clips beside the page script, once; false as above. */
export function injectClipScript(frame: Frame): Promise<boolean> {
  return inject(frame, [CLIP_SCRIPT]);
}

/** Puts the script that reads what is shown into a frame, behind the page script; waits no longer than for a frame that works. */
export async function injectPixelsScript(frame: Frame): Promise<void> {
  await within(FRAME_LIMIT_MS, inject(frame, [PAGE_SCRIPT, PIXELS_SCRIPT]));
}

/** Puts the script that shows where media is into a frame, behind the page script; false as above. */
export function injectShowMediaScript(frame: Frame): Promise<boolean> {
  return inject(frame, [PAGE_SCRIPT, SHOW_MEDIA_SCRIPT]);
}

/** Puts the scripts for whole pages into one frame; false as above. */
export function injectPageCheck(frame: Frame): Promise<boolean> {
  return inject(frame, PAGE_CHECK_SCRIPTS);
}

/** Puts the script that watches for images into one frame; false as above. */
export function injectAutomatic(frame: Frame): Promise<boolean> {
  return inject(frame, [AUTOMATIC_SCRIPT]);
}

/** What is being put into frames, for whoever wants the same meanwhile. */
const underWay = new Map<string, Promise<boolean>>();

function inject({ tabId, frameId }: Frame, files: readonly Script[]): Promise<boolean> {
  const key = [tabId, frameId, ...files].join(' ');
  const injecting = underWay.get(key) ?? injectNow({ tabId, frameId }, files).finally(() => underWay.delete(key));
  underWay.set(key, injecting);
  return injecting;
}

async function injectNow({ tabId, frameId }: Frame, files: readonly Script[]): Promise<boolean> {
  try {
    const [result] = await execute({ target: { tabId, frameIds: [frameId] }, files: [...files] });
    return result !== undefined; // Firefox reports a frame it could not enter as no result.
  } catch {
    return false; // The browser says no with an exception, and in words that differ between browsers.
  }
}

/** Puts the page script into every frame of a tab that may be reached; gives those, outer ones before inner ones. */
export async function injectPageScriptEverywhere(tabId: number): Promise<readonly number[]> {
  return injectEverywhere(tabId, [PAGE_SCRIPT]);
}

/** Puts the scripts for whole pages into every frame of a tab that may be reached; gives those, as above. */
export async function injectPageCheckEverywhere(tabId: number): Promise<readonly number[]> {
  return injectEverywhere(tabId, PAGE_CHECK_SCRIPTS);
}

/** The frames of a tab in which scripts may run now, as above; none where one of them hangs. Nothing is put into them. */
export async function reachableFrames(tabId: number): Promise<readonly number[]> {
  return (await within(FRAME_LIMIT_MS, runEverywhere(tabId, { func: () => undefined }))) ?? [];
}

async function injectEverywhere(tabId: number, files: readonly Script[]): Promise<readonly number[]> {
  return runEverywhere(tabId, { files: [...files] });
}

async function runEverywhere(tabId: number, script: What): Promise<readonly number[]> {
  try {
    const results = await execute({ target: { tabId, allFrames: true }, ...script });
    return results.map(({ frameId }) => frameId).sort((a, b) => a - b);
  } catch {
    return []; // The browser says no with an exception, and in words that differ between browsers.
  }
}

type What = { readonly files: Script[] } | { readonly func: () => undefined };

/** Runs a script in frames; a "no" is asked about once more, when the page's own process knows of what the user's choice allows. */
async function execute(script: { readonly target: Browser.scripting.InjectionTarget } & What) {
  const run = () => browser.scripting.executeScript({ ...script, injectImmediately: true });
  return run().catch(async (refusal) => {
    await untilAllowed(script.target.tabId, refusal);
    return run();
  });
}

/**
 * Waits until a page's process lets scripts in. The browser allows it at once, and tells that process beside the script: on a busy
 * machine after it (Chromium 156). Throws `refusal` where the browser does not allow it, or that takes too long.
 */
async function untilAllowed(tabId: number, refusal: unknown): Promise<void> {
  const isIn = () =>
    browser.scripting.executeScript({ target: { tabId }, func: () => undefined, injectImmediately: true });
  const { url = '' } = await browser.tabs.get(tabId); // Known only where the browser allows more than that.
  if (!/^(?:https?|file):/.test(url)) throw refusal;
  for (let pauseMs = FIRST_PAUSE_MS; pauseMs <= LAST_PAUSE_MS; pauseMs *= 2) {
    if (await isIn().then(Boolean, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw refusal;
}
