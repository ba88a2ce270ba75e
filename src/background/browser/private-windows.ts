import { browser } from '../../core/browser/browser.ts';
import { logFault } from '../../core/log.ts';

/** Whether a private window is open, as far as the extension may know of private windows. */
export async function hasPrivateWindow(): Promise<boolean> {
  return (await browser.windows.getAll()).some(({ incognito }) => incognito);
}

/** Calls back when a window has closed and no private one is left. Register it within the first turn of the event loop. */
export function onNoPrivateWindowLeft(listener: () => void): void {
  const look = async () => {
    if (!(await hasPrivateWindow())) listener();
  };
  browser.windows.onRemoved.addListener(() => void look().catch(logFault));
}
