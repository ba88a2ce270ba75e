import { AppError, isAppError } from '../../core/errors/app-error.ts';
import type { ErrorData } from '../../core/errors/error-data.ts';
import type { AccountFacts, AccountView, SavedAccount } from '../../core/service/account-view.ts';
import { type Account, labelOf, secretOf } from '../../core/service/credential.ts';
import type { Keeping } from '../../core/service/keeping.ts';
import { isPermitted, type Permission } from '../../core/service/permission.ts';
import { parseServiceAddress } from '../../core/service/service-address.ts';
import type { TokenStore } from './access-token.ts';
import { type AccountInUse, type AccountPolicy, accountInUse, isComplete, underPolicy } from './account-in-use.ts';
import { accountStanding, failedView, testAccount } from './account-test.ts';
import type { AccountVault, KeptAccount } from './account-vault.ts';
import { type BitmindClient, createBitmindClient } from './client.ts';
import { memoryTokenStore } from './memory-token-store.ts';
import { savedAccount } from './saved-account.ts';
import type { Transport } from './transport.ts';
import { untilEnded } from './until-ended.ts';

/** How old the account line may be, in milliseconds. */
const STANDING_LIFETIME_MS = 60_000;

/** What `/status` last told, of which account, and when. */
export interface KnownStanding {
  readonly at: number;
  readonly accountDigest: string;
  readonly facts: AccountFacts;
}

/** Where what `/status` told is kept, so that it survives the background. */
export interface StandingStore {
  get(): Promise<KnownStanding | undefined>;
  set(standing: KnownStanding): Promise<void>;
  remove(): Promise<void>;
}

/** What the session needs from its surroundings. */
export interface AccountSessionParts {
  readonly vault: AccountVault;
  readonly policy: () => Promise<AccountPolicy>;
  readonly tokens: TokenStore;
  readonly standings: StandingStore;
  readonly transport: Transport;
  /** Whether the browser lets the extension reach an origin. */
  readonly mayReach: (origin: string) => Promise<boolean>;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** A digest of a text, to tell one account's token from another's. */
  readonly digest: (text: string) => Promise<string>;
}

/** The account in use, and the way to the service with it. */
export interface AccountSession {
  /**
   * The client for the account in use. Throws when there is none, and `not-enabled` when `/status` says that the account
   * may not do `permission`: nothing large need be sent to find that out. One client an account, so that its renewals are one.
   */
  client(permission: Permission): Promise<BitmindClient>;
  /**
   * Makes a call with the client of the account in use. When that account is signed out of or changed, everything on its way with it
   * is stopped; the call is made again with the account that is in use then.
   */
  use<T>(permission: Permission, call: (client: BitmindClient) => Promise<T>): Promise<T>;
  /** How the account stands, at most a minute old unless `fresh`. */
  view(fresh: boolean): Promise<AccountView>;
  saved(): Promise<SavedAccount>;
  /**
   * Tests an account and, if the service takes it, makes it the one in use; without a test at the user's own wish. Empty
   * secrets are taken from the saved one.
   */
  save(draft: Account, keeping: Keeping, isTested: boolean): Promise<AccountView>;
  /** False when the passphrase is wrong. */
  unlock(passphrase: string): Promise<boolean>;
  signOut(): Promise<void>;
  /** Drops the token and the standing of an account that is not the one in use any more, as after a change of policy. */
  forgetOthers(): Promise<void>;
}

interface AccountClient {
  readonly accountDigest: string;
  readonly client: BitmindClient;
  /** Aborted when the account is not the one in use any more. */
  readonly ending: AbortController;
}

/** What is asked about before anything is sent, also where `/status` has told nothing yet: a video has up to 500 MB, a batch 100. */
const ASKED_FIRST: readonly Permission[] = ['video_inference', 'batch_processing'];

/** Why there is no account in use. */
const NO_ACCOUNT: Record<Exclude<AccountInUse['state'], 'open'>, ErrorData> = {
  none: { code: 'not-signed-in' },
  ended: { code: 'session-ended' },
  locked: { code: 'locked' },
  'incomplete-policy': { code: 'incomplete-policy' },
};

/** The session of whoever uses this browser. */
export function createAccountSession(parts: AccountSessionParts): AccountSession {
  const { vault, tokens, standings, transport, clock } = parts;
  let current: AccountClient | undefined;
  /** How often the account may have changed. */
  let changes = 0;

  /** A renewal that ends after the account was changed or signed out of leaves no token behind. */
  const tokensInUse: TokenStore = {
    ...tokens,
    set: async (token) => {
      if (current?.accountDigest === token.grantedTo) await tokens.set(token);
    },
  };

  const digestOf = (account: Account) => parts.digest(JSON.stringify(account));

  async function clientFor(account: Account, store: TokenStore): Promise<AccountClient> {
    const { origin } = new URL(account.serviceAddress);
    if (!(await parts.mayReach(origin))) throw new AppError({ code: 'service-access-missing', origin });
    const accountDigest = await digestOf(account);
    const ending = new AbortController();
    const bounded = untilEnded(transport, ending.signal);
    const client = createBitmindClient({ account, transport: bounded, tokens: store, clock, accountDigest });
    return { accountDigest, client, ending };
  }

  function endCurrent(): void {
    current?.ending.abort(new AppError(NO_ACCOUNT.none));
    current = undefined;
  }

  async function lookUp(): Promise<AccountInUse> {
    const [kept, policy] = await Promise.all([vault.read(), parts.policy()]);
    return accountInUse(kept, policy);
  }

  async function inUse(): Promise<AccountClient> {
    for (;;) {
      const before = changes;
      const found = await lookUp();
      if (found.state !== 'open') throw new AppError(NO_ACCOUNT[found.state]);
      const made = await clientFor(found.account, tokensInUse);
      if (changes !== before) continue; // It was looked up before the change.
      if (current?.accountDigest === made.accountDigest) return current;
      endCurrent();
      current = made;
      return made;
    }
  }

  async function permitted(permission: Permission): Promise<AccountClient> {
    const using = await inUse();
    const known = await standings.get();
    const isKnown = known?.accountDigest === using.accountDigest;
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
    if (current?.accountDigest !== digest) endCurrent();
    return digest;
  }

  /** What `/status` says; asked anew when the last answer is older than a minute, or `fresh`. */
  async function standing(fresh: boolean): Promise<AccountView> {
    const { accountDigest, client } = await inUse();
    const known = await standings.get();
    const isRecent = known?.accountDigest === accountDigest && Math.abs(clock() - known.at) < STANDING_LIFETIME_MS;
    if (known && isRecent && !fresh) return { state: 'connected', facts: known.facts };
    const view = await accountStanding(client);
    await remember(view, accountDigest);
    return view;
  }

  /** Tests an account that is not in use yet, with a place of its own for its token. */
  async function test(account: Account, trial: TokenStore): Promise<AccountView> {
    try {
      const { client, accountDigest } = await clientFor(account, trial);
      const view = await testAccount(client, clock);
      if (view.state === 'connected') await remember(view, accountDigest);
      return view;
    } catch (error) {
      return failedView(error);
    }
  }

  async function remember(view: AccountView, accountDigest: string): Promise<void> {
    if (view.state !== 'connected') return standings.remove();
    await standings.set({ at: clock(), accountDigest, facts: view.facts });
  }

  return {
    client: async (permission) => (await permitted(permission)).client,
    async use(permission, call) {
      for (;;) {
        const { client, ending } = await permitted(permission);
        try {
          return await call(client);
        } catch (error) {
          if (!ending.signal.aborted) throw error;
        }
      }
    },
    async view(fresh) {
      const kept = await vault.read();
      try {
        const found = accountInUse(kept, await parts.policy());
        if (found.state === 'locked') return { state: 'locked' };
        if (found.state === 'none') return { state: 'signed-out' };
        if (found.state !== 'open') return { state: 'signed-out', error: NO_ACCOUNT[found.state] };
        const view = await standing(fresh);
        const { credential } = found.account;
        const token = await tokens.get();
        return {
          ...view,
          ...(credential.method === 'oauth-certificate' &&
            credential.certificate && { certificateExpiresAt: credential.certificate.expiresAt }),
          ...(credential.method !== 'api-key' && token && { tokenExpiresAt: token.expiresAt }),
          ...(found.isManaged && { isManaged: true }),
          ...(!found.isManaged && kept.state === 'open' && !kept.isRemembered && { endsWithBrowser: true }),
        };
      } catch (error) {
        return failedView(error);
      }
    },
    async saved() {
      return savedAccount(await vault.read(), await parts.policy());
    },
    async save(draft, keeping, isTested) {
      const policy = await parts.policy();
      if (policy.lockAccount) throw new AppError({ code: 'message-refused' });
      const serviceAddress = parseServiceAddress(draft.serviceAddress);
      if (serviceAddress === undefined) throw new AppError({ code: 'bad-service-address' });
      const own = withSavedSecret({ ...draft, serviceAddress }, await vault.read(), policy);
      const trial = memoryTokenStore();
      const view = isTested ? await test(underPolicy(own, policy), trial) : ({ state: 'untested' } as const);
      if (view.state !== 'connected' && view.state !== 'untested') return view;
      // Where an administrator set the secret, there is nothing of the user's to keep.
      if (isComplete(own.credential)) await vault.keep(own, keeping);
      await leaveOthers();
      const token = await trial.get();
      await (token ? tokens.set(token) : tokens.remove());
      return view;
    },
    unlock: (passphrase) => vault.unlock(passphrase),
    async signOut() {
      if ((await parts.policy()).lockAccount) throw new AppError({ code: 'message-refused' });
      await vault.forget();
      await leaveOthers();
      await Promise.all([tokens.remove(), standings.remove()]);
    },
    async forgetOthers() {
      const digest = await leaveOthers();
      const [token, known] = await Promise.all([tokens.get(), standings.get()]);
      if (token && token.grantedTo !== digest) await tokens.remove();
      if (known && known.accountDigest !== digest) await standings.remove();
    },
  };
}

/**
 * A form shows no saved secret, so one that was left empty means the saved one: for the same client at the same address
 * alone, since a secret must not go to another place than it was entered for. What an administrator set is the same for both.
 */
function withSavedSecret(draft: Account, kept: KeptAccount, policy: AccountPolicy): Account {
  if (secretOf(draft.credential) !== '' || kept.state !== 'open') return draft;
  const { credential } = kept.account;
  const isSame =
    credential.method === draft.credential.method &&
    isSameClient(underPolicy(draft, policy), underPolicy(kept.account, policy));
  return isSame ? kept.account : draft;
}

function isSameClient(one: Account, other: Account): boolean {
  const [a, b] = [labelOf(one), labelOf(other)];
  return a.serviceAddress === b.serviceAddress && a.method === b.method && a.clientId === b.clientId;
}
