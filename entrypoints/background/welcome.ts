import type { AccountSession } from '../../src/bitmind/account-session.ts';
import { openWelcome } from '../../src/platform/own-pages.ts';

/** Greets a new user; not where an administrator has set up the account already: nobody there has to do anything. */
export async function welcome(session: AccountSession): Promise<void> {
  const { managed, isLockedByPolicy } = await session.saved();
  if (managed.length === 0 && !isLockedByPolicy) await openWelcome();
}
