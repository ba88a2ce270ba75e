import { browser } from '../../core/browser/browser.ts';

/** What the badge says beside its text. */
export type BadgeTone = 'running' | 'likely-ai';

/** Both go with white text. */
const COLOURS: Readonly<Record<BadgeTone, string>> = { running: '#3b4fd0', 'likely-ai': '#a8400f' };

/** Shows a few characters on the toolbar's button while this tab is in front; none, to show nothing. */
export async function setBadge(tabId: number, text: string, tone: BadgeTone): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setBadgeBackgroundColor({ tabId, color: COLOURS[tone] });
    await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
  } catch (error) {
    // The tab was closed meanwhile: its badge went with it.
    if (!(error instanceof Error && /tab/i.test(error.message))) throw error;
  }
}
