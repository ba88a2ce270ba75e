import { test } from '@playwright/test';

/**
 * Looks once at what nothing under way can change any more: `why` says what has come to its end, or what would have to act
 * first. For what must *not* be there, since a wait would end before it comes; what is to come is waited for.
 */
export function settled<T>(why: string, look: () => T | Promise<T>): Promise<T> {
  return test.step(`settled: ${why}`, look);
}
