import { browser } from '../../core/browser/browser.ts';
import { headlineOf, type InconclusiveBand } from '../../core/check/headline.ts';
import { logFault } from '../../core/log.ts';
import type { CheckStore } from '../check/check-store.ts';
import { coalesce } from '../coalesce.ts';
import { hasEnded } from '../store/check-state.ts';
import { inconclusiveBand } from '../store/inconclusive-band.ts';
import type { PageRun } from '../store/page-run.ts';
import type { PageRunStore } from './page-run-store.ts';

/** How often it is written anew, in milliseconds. */
const SHOW_EVERY_MS = 250;

/** The badge has room for about four characters. */
const MOST_SHOWN = 999;

/**
 * Keeps the toolbar button's badge on how a page's check stands: how many are to go, then how many are likely AI-generated.
 */
export function keepBadge(runs: PageRunStore, checks: CheckStore): void {
  const shown = new Map<number, readonly [text: string, colour: string]>();

  const changed = new Set<string>();
  const update = coalesce(
    async () => {
      const band = await inconclusiveBand();
      for (const id of changed) {
        changed.delete(id);
        const run = runs.get(id);
        if (run) await show(run, band);
      }
    },
    SHOW_EVERY_MS,
    logFault,
  );

  async function show(run: PageRun, band: InconclusiveBand): Promise<void> {
    const mine = run.items.flatMap(({ checkId }) => (checkId === undefined ? [] : (checks.get(checkId) ?? [])));
    const toGo = run.items.filter(({ plan }) => plan === 'to-check').length;
    const done = mine.filter((check) => check.pageRun === run.id && hasEnded(check.state)).length;
    const likelyAi = mine.filter(({ verdict }) => verdict && headlineOf(verdict, band) === 'likely-ai').length;
    const isRunning = run.state === 'running';
    const count = isRunning ? toGo - done : run.state === 'done' ? likelyAi : 0;
    const text = count === 0 ? '' : String(Math.min(count, MOST_SHOWN));
    const tone = isRunning ? 'running' : 'likely-ai';
    const colour = tone + run.id; // A page that was left has taken its badge along, with its colour.
    const [textBefore, colourBefore] = shown.get(run.tabId) ?? [];
    if (textBefore === text && colourBefore === colour) return;
    shown.set(run.tabId, [text, colour]);
    await setBadge(run.tabId, text, colourBefore === colour ? undefined : tone);
  }

  const hasChanged = (id: string) => {
    changed.add(id);
    update();
  };
  runs.subscribe(({ id }) => hasChanged(id));
  checks.subscribe((some) => {
    for (const { pageRun } of some) if (pageRun !== undefined) hasChanged(pageRun);
  });
}

/** What the badge says beside its text. */
type BadgeTone = 'running' | 'likely-ai';

/** Both are so dark that browsers choose white text. */
const COLOURS: Readonly<Record<BadgeTone, string>> = { running: '#3b4fd0', 'likely-ai': '#a8400f' };

/**
 * Shows a few characters on the toolbar's button while this tab is in front; none, to show nothing. Each call has Chromium (156) draw the
 * button anew, with the page's address in its description: 20 ms for one of 1.9 MB.
 */
async function setBadge(tabId: number, text: string, tone: BadgeTone | undefined): Promise<void> {
  try {
    if (tone) await browser.action.setBadgeBackgroundColor({ tabId, color: COLOURS[tone] });
    await browser.action.setBadgeText({ tabId, text });
  } catch (error) {
    // The tab was closed meanwhile: its badge went with it.
    if (!(error instanceof Error && /tab/i.test(error.message))) throw error;
  }
}
