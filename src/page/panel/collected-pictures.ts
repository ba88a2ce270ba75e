import type { Picture } from '../find/picture.ts';

/** Where the script for whole pages leaves the way to its media for page.ts, in the world that pages do not see. */
const KEY = 'checkWithBitmindCollected';

type CollectedPicture = (key: string) => Picture | undefined;

/** Lets the page script of this frame ask for what was collected. */
export function shareCollected(pictureOf: CollectedPicture): void {
  Reflect.set(globalThis, KEY, pictureOf);
}

/** What was collected under a name, if it is shown still. */
export function collectedPicture(key: string): Picture | undefined {
  const pictureOf: CollectedPicture | undefined = Reflect.get(globalThis, KEY);
  return pictureOf?.(key);
}
