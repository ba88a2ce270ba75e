import { indexedCheck } from '../../src/background/store/indexed-check.ts';
import type { CheckRecord } from '../../src/core/check/check-record.ts';
import { placeOf } from '../../src/core/store/stored-check.ts';

/** What keeps results needs of a page, in either browser's driver. */
interface OwnPage {
  evaluate<Argument>(run: (argument: Argument) => Promise<void>, argument: Argument): Promise<unknown>;
}

/** Results written at a time. */
const AT_ONCE = 2_000;

/** A small picture of the colour red: a WebP of one pixel would be no picture to see. Base64 of a PNG of 2 × 2. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==';

/**
 * Writes results where the history is, as if they had been checked; `ownPage` is one of the extension's, with the history open.
 * Rejects where there is no room for them. `picture` is the small picture of each, in base64.
 */
export async function keepResults(ownPage: OwnPage, checks: readonly CheckRecord[], picture = PICTURE): Promise<void> {
  for (let from = 0; from < checks.length; from += AT_ONCE) {
    const some = checks.slice(from, from + AT_ONCE);
    await ownPage.evaluate(writeInPage, { stored: some.map(indexedCheck), places: some.map(placeOf), picture });
  }
}

interface Written {
  readonly stored: readonly { readonly id: string }[];
  readonly places: readonly unknown[];
  readonly picture: string;
}

/** Runs in the page. */
async function writeInPage({ stored, places, picture }: Written): Promise<void> {
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  const thumbnail = new Blob([bytes], { type: 'image/png' });
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('bitmind-history');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const transaction = database.transaction(['checks', 'places', 'thumbnails'], 'readwrite');
  for (const check of stored) {
    transaction.objectStore('checks').put(check);
    transaction.objectStore('thumbnails').put(thumbnail, check.id);
  }
  for (const place of places) transaction.objectStore('places').put(place);
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error); // After every error, and where there is no room.
  });
  database.close();
  new BroadcastChannel('history').postMessage('changed');
}
