import { browser } from '../../core/browser/browser.ts';
import { oneAfterOther } from '../one-after-other.ts';

/** A script for pages, and where it is wanted now. */
interface WantedScript {
  readonly id: string;
  readonly js: string[];
  readonly allFrames?: boolean;
  readonly matchOriginAsFallback?: boolean;
  readonly runAt: 'document_start' | 'document_idle';
  readonly matches: () => Promise<readonly string[]>;
}

const inTurn = oneAfterOther<string>();

/**
 * Registers a script for the pages where it is wanted, and takes it away where it is wanted nowhere. One call after the other: the last has
 * the last word.
 */
export function keepRegistered({ matches: wanted, ...script }: WantedScript): Promise<void> {
  const { id } = script;
  return inTurn(id, async () => {
    const matches = [...new Set(await wanted())].sort();
    const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
    if (matches.join() === (known?.matches ?? []).toSorted().join()) return;
    if (known) await browser.scripting.unregisterContentScripts({ ids: [id] });
    if (matches.length === 0) return;
    // Pages that a browser restores at its start come before the background.
    await browser.scripting.registerContentScripts([{ ...script, matches, persistAcrossSessions: true }]);
  });
}
