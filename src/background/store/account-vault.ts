import { AppError } from '../../core/errors/app-error.ts';
import { type Account, type AccountLabel, accountSchema } from '../../core/service/credential.ts';
import type { Keeping } from '../../core/service/keeping.ts';
import {
  type AccountOnDisk,
  accountOnDiskItem as disk,
  openAccountItem as memory,
  type OpenAccount,
} from './account-items.ts';
import { isSameClient, labelOf } from './account-label.ts';
import { newSealKey, openSeal, seal } from './passphrase-seal.ts';

/** The account somebody saved in this browser. */
export type KeptAccount =
  | { readonly state: 'none' }
  /** It was kept until the browser closed. */
  | { readonly state: 'ended'; readonly label: AccountLabel }
  /** Its passphrase has not been entered since the browser started. */
  | { readonly state: 'locked'; readonly label: AccountLabel }
  | {
      readonly state: 'open';
      readonly account: Account;
      readonly isRemembered: boolean;
      readonly hasPassphrase: boolean;
    };

/** An account as it lies on disk and in memory. Holds secrets. */
export interface AccountAsKept {
  readonly onDisk: AccountOnDisk;
  readonly open: OpenAccount | undefined;
}

/**
 * Keeps the account of one user in two places: the disk holds it bare, or sealed under a passphrase, or only its label; memory
 * holds it open for one browser session.
 */
export const accountVault = {
  async read(): Promise<KeptAccount> {
    const [kept, opened] = await Promise.all([disk.get(), memory.get()]);
    if (!kept) return { state: 'none' };
    if (kept.kind === 'plain') {
      return { state: 'open', account: kept.account, isRemembered: true, hasPassphrase: false };
    }
    const open = openFor(kept, opened);
    const isRemembered = kept.kind === 'sealed';
    if (open) return { state: 'open', account: open.account, isRemembered, hasPassphrase: isRemembered };
    return { state: isRemembered ? 'locked' : 'ended', label: kept.label };
  },
  async keep(account: Account, { isRemembered, protection }: Keeping): Promise<void> {
    const label = labelOf(account);
    if (!isRemembered) {
      await memory.set({ account });
      await disk.set({ kind: 'session', label });
    } else if (protection.kind === 'none') {
      await disk.set({ kind: 'plain', account });
      await memory.remove();
    } else {
      const sealKey = await sealKeyFor(protection.kind === 'passphrase' ? protection.passphrase : undefined);
      const sealed = await seal(JSON.stringify(account), sealKey);
      await memory.set({ account, sealKey });
      await disk.set({ kind: 'sealed', label, sealed });
    }
  },
  /** Opens a locked account for this browser session; false when the passphrase is wrong. */
  async unlock(passphrase: string): Promise<boolean> {
    const kept = await disk.get();
    if (kept?.kind !== 'sealed') throw new AppError({ code: 'not-signed-in' });
    const opened = await openSeal(kept.sealed, passphrase);
    if (!opened) return false;
    const account: Account = accountSchema.parse(JSON.parse(opened.text));
    // The label is not sealed: the account inside counts, should somebody have written another one beside it.
    await disk.set({ ...kept, label: labelOf(account) });
    await memory.set({ account, sealKey: opened.key });
    return true;
  },
  /** Removes account and secrets. Gives what was there, from which `restore` makes it as it was. */
  async forget(): Promise<AccountAsKept | undefined> {
    const [onDisk, open] = await Promise.all([disk.get(), memory.get()]);
    await Promise.all([disk.remove(), memory.remove()]);
    return onDisk && { onDisk, open };
  },
  async restore({ onDisk, open }: AccountAsKept): Promise<void> {
    if (open) await memory.set(open);
    await disk.set(onDisk);
  },
};

/** What is on disk and what in memory belong together: after a fault between two writes, the disk decides. */
function openFor(kept: AccountOnDisk, open: OpenAccount | undefined): OpenAccount | undefined {
  return kept.kind !== 'plain' && open && isSameClient(kept.label, labelOf(open.account)) ? open : undefined;
}

async function sealKeyFor(passphrase: string | undefined) {
  if (passphrase !== undefined) return newSealKey(passphrase);
  const key = (await memory.get())?.sealKey;
  if (!key) throw new AppError({ code: 'locked' });
  return key;
}
