import type { InconclusiveBand } from '../../core/check/headline.ts';
import { settingsItem } from '../../core/store/settings-item.ts';

/** The part of the scale that decides nothing, as fractions of 1. */
export async function inconclusiveBand(): Promise<InconclusiveBand> {
  const { inconclusiveFrom, inconclusiveTo } = await settingsItem.get();
  return { low: inconclusiveFrom / 100, high: inconclusiveTo / 100 };
}
