import type { Account, AccountLabel } from '../../core/service/credential.ts';
import type { Keeping } from '../../core/service/keeping.ts';

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

/** Keeps the account of one user. */
export interface AccountVault {
  read(): Promise<KeptAccount>;
  keep(account: Account, keeping: Keeping): Promise<void>;
  /** Opens a locked account for this browser session; false when the passphrase is wrong. */
  unlock(passphrase: string): Promise<boolean>;
  /** Removes account and secrets. */
  forget(): Promise<void>;
}
