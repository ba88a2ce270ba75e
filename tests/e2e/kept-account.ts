import type { AccountOnForm } from './account-form.ts';

/** A page of the extension, in either browser. */
interface OwnPage {
  evaluate(expression: string): Promise<unknown>;
}

/** What the extension had on disk after somebody signed in by the form, as JSON. */
interface Kept {
  readonly serviceAddress: string;
  readonly stored: string;
}

/** Accounts that were signed in to by the form in this browser: the form is filled once for each, not in every test. */
export interface KeptAccounts {
  /** Writes down what is stored now, for the account that has just signed in. */
  keep(account: AccountOnForm, serviceAddress: string, still: OwnPage): Promise<void>;
  /** Stores it again, for a service at another address; false where nobody has signed in to that account yet. */
  restore(account: AccountOnForm, serviceAddress: string, still: OwnPage): Promise<boolean>;
}

/** No account yet. `still` is a page of the extension. */
export function createKeptAccounts(): KeptAccounts {
  const kept = new Map<string, Kept>();
  const nameOf = ({ method, fields }: AccountOnForm) => JSON.stringify([method, fields]);
  return {
    async keep(account, serviceAddress, still) {
      const stored = String(await still.evaluate('chrome.storage.local.get().then(JSON.stringify)'));
      kept.set(nameOf(account), { serviceAddress, stored });
    },
    async restore(account, serviceAddress, still) {
      const one = kept.get(nameOf(account));
      if (!one) return false;
      const stored = one.stored.replaceAll(one.serviceAddress, serviceAddress);
      await still.evaluate(`chrome.storage.local.set(${stored})`);
      return true;
    },
  };
}
