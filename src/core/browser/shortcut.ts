import { browser } from './browser.ts';
import { CHECK_COMMAND } from './check-command.ts';

/** The key of the keyboard command as the browser writes it; empty where the user (or the browser) gave it none. */
export async function checkShortcut(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === CHECK_COMMAND)?.shortcut ?? '';
}
