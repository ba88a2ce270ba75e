import { AppError, isAppError } from '../../core/errors/app-error.ts';
import type { ErrorData, Permission } from '../../core/errors/error-data.ts';
import type { AccountView, SavedAccount } from '../../core/service/account-view.ts';
import type { Account } from '../../core/service/credential.ts';
import type { Keeping } from '../../core/service/keeping.ts';
import { parseServiceAddress } from '../../core/service/service-address.ts';
import { hasSiteAccess } from '../browser/granted-sites.ts';
import { accessTokenItem, type TokenStore } from '../store/access-token-item.ts';
import { standingItem } from '../store/account-items.ts';
import { accountVault } from '../store/account-vault.ts';
import { readPolicy } from '../store/policy.ts';
import { memoryTokenStore } from './access-token.ts';
import { type AccountInUse, accountInUse, isComplete, underPolicy } from './account-in-use.ts';
import { accountStanding, failedView, testAccount } from './account-test.ts';
import { createServiceClient, type ServiceClient } from './client.ts';
import { isPermitted } from './permission.ts';
import { savedAccount, withSavedSecret } from './saved-account.ts';
import type { Network } from './transport.ts';
import { createUndoSignOut } from './undo-sign-out.ts';

/** How old the account line may be, in milliseconds. */
const STANDING_LIFETIME_MS = 60_000;

/** What is asked about before anything is sent, also where `/status` has told nothing yet: a video has up to 500 MB, a batch 100. */
const ASKED_FIRST: readonly Permission[] = ['video_inference', 'batch_processing'];

/** Why there is no account in use. */
const NO_ACCOUNT: Record<Exclude<AccountInUse['state'], 'open'>, ErrorData> = {
  none: { code: 'not-signed-in' },
  ended: { code: 'session-ended' },
  locked: { code: 'locked' },
  'incomplete-policy': { code: 'incomplete-policy' },
};

/** The account in use. */
export type AccountSession = ReturnType<typeof createAccountSession>;

/** The session of whoever uses this browser, over its storage. */
export function createAccountSession(network: Network) {
  const { clock } = network;
  let current: { readonly client: ServiceClient; readonly ending: AbortController } | undefined;
  /** How often the account may have changed. */
  let changes = 0;
  const undo = createUndoSignOut();

  /** A renewal that ends after the account was changed or signed out of leaves no token behind. */
  const tokensInUse: TokenStore = {
    ...accessTokenItem,
    set: async (token) => {
      if (current?.client.digest === token.grantedTo) await accessTokenItem.set(token);
    },
  };

  async function clientFor(account: Account, tokens: TokenStore): Promise<NonNullable<typeof current>> {
    const { origin } = new URL(account.serviceAddress);
    if (!(await hasSiteAccess(origin))) throw new AppError({ code: 'service-access-missing', origin });
    const ending = new AbortController();
    const digest = await digestOf(account);
    return { client: createServiceClient({ account, digest, tokens, ended: ending.signal }, network), ending };
  }

  function endCurrent(): void {
    current?.ending.abort(new AppError(NO_ACCOUNT.none));
    current = undefined;
  }

  async function lookUp(): Promise<AccountInUse> {
    const [kept, policy] = await Promise.all([accountVault.read(), readPolicy()]);
    return accountInUse(kept, policy);
  }

  async function inUse(): Promise<ServiceClient> {
    for (;;) {
      const before = changes;
      const found = await lookUp();
      if (found.state !== 'open') throw new AppError(NO_ACCOUNT[found.state]);
      const made = await clientFor(found.account, tokensInUse);
      if (changes !== before) continue; // It was looked up before the change.
      if (current?.client.digest === made.client.digest) return current.client;
      endCurrent();
      current = made;
      return made.client;
    }
  }

  /**
   * The client for the account in use. Throws when there is none, and `not-enabled` when `/status` says that the account
   * may not do `permission`: nothing large need be sent to find that out. One client an account, so that its renewals are one.
   */
  async function client(permission: Permission): Promise<ServiceClient> {
    const using = await inUse();
    const known = await standingItem.get();
    const isKnown = known?.accountDigest === using.digest;
    if (isKnown ? !isPermitted(known.facts, permission) : ASKED_FIRST.includes(permission)) {
      // A "no" is asked about again before it is believed: it may have been lifted since.
      const now = await standing(true);
      if (now.state === 'connected' && !isPermitted(now.facts, permission)) {
        throw new AppError({ code: 'not-enabled', permission });
      }
    }
    return using;
  }

  /** The digest of the account in use; undefined while there is none, also where a policy's address cannot be used. */
  async function digestInUse(): Promise<string | undefined> {
    try {
      const found = await lookUp();
      return found.state === 'open' ? await digestOf(found.account) : undefined;
    } catch (error) {
      if (isAppError(error)) return undefined;
      throw error;
    }
  }

  /** After a change: stops what is on its way with an account that is not in use any more. Gives the digest of the one that is. */
  async function leaveOthers(): Promise<string | undefined> {
    changes += 1;
    const digest = await digestInUse();
    if (current?.client.digest !== digest) endCurrent();
    return digest;
  }

  /** What `/status` says; asked anew when the last answer is older than a minute, or `fresh`. */
  async function standing(fresh: boolean): Promise<AccountView> {
    const using = await inUse();
    const known = await standingItem.get();
    const isRecent = known?.accountDigest === using.digest && Math.abs(clock() - known.at) < STANDING_LIFETIME_MS;
    if (known && isRecent && !fresh) return { state: 'connected', facts: known.facts };
    const view = await accountStanding(using);
    await remember(view, using.digest);
    return view;
  }

  /** Tests an account that is not in use yet, with a place of its own for its token. */
  async function test(account: Account, trial: TokenStore): Promise<AccountView> {
    try {
      const { client: tried } = await clientFor(account, trial);
      const view = await testAccount(tried, clock);
      if (view.state === 'connected') await remember(view, tried.digest);
      return view;
    } catch (error) {
      return failedView(error);
    }
  }

  async function remember(view: AccountView, accountDigest: string): Promise<void> {
    if (view.state !== 'connected') return standingItem.remove();
    await standingItem.set({ at: clock(), accountDigest, facts: view.facts });
  }

  return {
    client,
    /** That client, as long as the account is one of the service at `host`: what was to be sent there does not go to another. */
    async clientAt(host: string, permission: Permission): Promise<ServiceClient> {
      const using = await client(permission);
      if (using.host !== host) throw new AppError(NO_ACCOUNT.none);
      return using;
    },
    /** How the account stands, at most a minute old unless `fresh`. */
    async view(fresh: boolean): Promise<AccountView> {
      const kept = await accountVault.read();
      try {
        const found = accountInUse(kept, await readPolicy());
        if (found.state === 'locked') return { state: 'locked' };
        if (found.state === 'none') return { state: 'signed-out' };
        if (found.state !== 'open') return { state: 'signed-out', error: NO_ACCOUNT[found.state] };
        const view = await standing(fresh);
        const { credential } = found.account;
        return {
          ...view,
          ...(credential.method === 'oauth-certificate' &&
            credential.certificate && { certificateExpiresAt: credential.certificate.expiresAt }),
          ...(found.isManaged && { isManaged: true }),
          ...(!found.isManaged && kept.state === 'open' && !kept.isRemembered && { endsWithBrowser: true }),
        };
      } catch (error) {
        return failedView(error);
      }
    },
    async saved(): Promise<SavedAccount> {
      return savedAccount(await accountVault.read(), await readPolicy());
    },
    /**
     * Tests an account and, if the service takes it, makes it the one in use; without a test at the user's own wish. Empty
     * secrets are taken from the saved one.
     */
    async save(draft: Account, keeping: Keeping, isTested: boolean): Promise<AccountView> {
      const policy = await readPolicy();
      if (policy.lockAccount) throw new AppError({ code: 'message-refused' });
      const serviceAddress = parseServiceAddress(draft.serviceAddress);
      if (serviceAddress === undefined) throw new AppError({ code: 'bad-service-address' });
      const own = withSavedSecret({ ...draft, serviceAddress }, await accountVault.read(), policy);
      const trial = memoryTokenStore();
      const view = isTested ? await test(underPolicy(own, policy), trial) : ({ state: 'untested' } as const);
      if (view.state !== 'connected' && view.state !== 'untested') return view;
      // Where an administrator set the secret, there is nothing of the user's to keep.
      if (isComplete(own.credential)) await accountVault.keep(own, keeping);
      await leaveOthers();
      const token = await trial.get();
      await (token ? accessTokenItem.set(token) : accessTokenItem.remove());
      return view;
    },
    /** False when the passphrase is wrong. */
    unlock: (passphrase: string): Promise<boolean> => accountVault.unlock(passphrase),
    async signOut(): Promise<void> {
      if ((await readPolicy()).lockAccount) throw new AppError({ code: 'message-refused' });
      const kept = await accountVault.forget();
      await leaveOthers();
      await Promise.all([accessTokenItem.remove(), standingItem.remove()]);
      if (kept) undo.keep(kept);
    },
    /** False when it is too late: the time is over, the background ended meanwhile, or another account was saved. */
    async undoSignOut(): Promise<boolean> {
      const kept = undo.take();
      const [{ state }, policy] = await Promise.all([accountVault.read(), readPolicy()]);
      if (!kept || state !== 'none' || policy.lockAccount) return false;
      await accountVault.restore(kept);
      await leaveOthers();
      return true;
    },
    /** Drops the token and the standing of an account that is not the one in use any more, as after a change of policy. */
    async forgetOthers(): Promise<void> {
      const digest = await leaveOthers();
      const [token, known] = await Promise.all([accessTokenItem.get(), standingItem.get()]);
      if (token && token.grantedTo !== digest) await accessTokenItem.remove();
      if (known && known.accountDigest !== digest) await standingItem.remove();
    },
  };
}

/** Tells one account's token from another's. */
async function digestOf(account: Account): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(account)));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
