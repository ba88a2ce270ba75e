import { UNDO_SIGN_OUT_MS } from '../../core/service/account-view.ts';
import type { AccountAsKept } from '../store/account-vault.ts';

/**
 * What somebody signed out of, for as long as that can be undone: in a variable and nowhere else, so that it goes with the
 * background where that ends before.
 */
export function createUndoSignOut() {
  let kept: AccountAsKept | undefined;
  let end: ReturnType<typeof setTimeout> | undefined;

  function forget(): void {
    clearTimeout(end);
    kept = undefined;
  }

  return {
    keep(account: AccountAsKept): void {
      forget();
      kept = account;
      end = setTimeout(forget, UNDO_SIGN_OUT_MS);
    },
    /** Hands it out, once; undefined where there is nothing any more. */
    take(): AccountAsKept | undefined {
      const taken = kept;
      forget();
      return taken;
    },
  };
}
