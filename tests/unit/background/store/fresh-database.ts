import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';

/** Gives the code under test a browser in which nothing is stored. */
export function useFreshDatabase(): void {
  globalThis.indexedDB = new IDBFactory();
}
