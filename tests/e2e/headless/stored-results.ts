import type { Page } from '@playwright/test';

/** How many results are on this computer's disk, as one of the extension's own pages finds them. */
export function storedResults(ownPage: Page): Promise<number> {
  return ownPage.evaluate(countResults);
}

/** The same where the extension's database is at hand. */
export function countResults(): Promise<number> {
  return new Promise<number>((resolve, reject) => {
    const opening = indexedDB.open('bitmind-history');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      if (!database.objectStoreNames.contains('checks')) return resolve(0);
      const count = database.transaction('checks').objectStore('checks').count();
      count.onsuccess = () => {
        database.close();
        resolve(count.result);
      };
    };
  });
}
