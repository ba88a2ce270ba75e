import { AppError, errorDataOf, isAppError } from '../errors/app-error.ts';
import type { ErrorCode } from '../errors/error-data.ts';
import type { TokenStore } from './access-token.ts';
import type { AccountView, SavedAccount } from './account-view.ts';
import { type BitmindClient, createBitmindClient } from './client.ts';
import { type Account, type Credential, DEFAULT_SERVICE_ADDRESS } from './credential.ts';
import { parseServiceAddress } from './service-address.ts';
import type { Transport } from './transport.ts';

/** How long the account line may be as old, in milliseconds. */
const VIEW_LIFETIME_MS = 60_000;

/** Errors that are about the credential, not about the way to the service. */
const CREDENTIAL_ERRORS: readonly ErrorCode[] = ['sign-in-refused', 'standard-api-key', 'not-permitted'];

/** Where the account is kept. */
export interface AccountStore {
  get(): Promise<Account | undefined>;
  set(account: Account): Promise<void>;
  remove(): Promise<void>;
}

/** What the session needs from its surroundings. */
export interface AccountSessionParts {
  readonly accounts: AccountStore;
  readonly tokens: TokenStore;
  readonly transport: Transport;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** A digest of a text, to tell one account's token from another's. */
  readonly digest: (text: string) => Promise<string>;
}

/** The account in use, and the way to the service with it. */
export interface AccountSession {
  /** The client for the account in use; throws `not-signed-in`. One client an account, so that its renewals are one. */
  client(): Promise<BitmindClient>;
  /** How the account stands, at most a minute old unless `fresh`. */
  view(fresh: boolean): Promise<AccountView>;
  saved(): Promise<SavedAccount>;
  /** Tests an account and, if the service takes it, makes it the one in use. Empty secrets are taken from the saved one. */
  save(draft: Account): Promise<AccountView>;
  signOut(): Promise<void>;
}

/** The session of whoever uses this browser. */
export function createAccountSession(parts: AccountSessionParts): AccountSession {
  const { accounts, tokens, transport, clock } = parts;
  let current: { readonly accountDigest: string; readonly client: BitmindClient } | undefined;
  let lastView: { readonly at: number; readonly accountDigest: string; readonly view: AccountView } | undefined;

  async function clientFor(account: Account, store: TokenStore) {
    const accountDigest = await parts.digest(JSON.stringify(account));
    const client = createBitmindClient({ account, transport, tokens: store, clock, accountDigest });
    return { accountDigest, client };
  }

  async function inUse() {
    const account = await accounts.get();
    if (!account) throw new AppError({ code: 'not-signed-in' });
    const made = await clientFor(account, tokens);
    if (current?.accountDigest !== made.accountDigest) current = made;
    return current;
  }

  return {
    client: async () => (await inUse()).client,
    async view(fresh) {
      if (!(await accounts.get())) return { state: 'signed-out' };
      const { accountDigest, client } = await inUse();
      const isRecent = lastView?.accountDigest === accountDigest && clock() - lastView.at < VIEW_LIFETIME_MS;
      if (lastView && isRecent && !fresh) return lastView.view;
      const view = await standing(client);
      lastView = { at: clock(), accountDigest, view };
      return view;
    },
    async saved() {
      const account = await accounts.get();
      if (!account) return { serviceAddress: DEFAULT_SERVICE_ADDRESS };
      const { serviceAddress, credential } = account;
      const { method } = credential;
      return { serviceAddress, method, ...(method === 'oauth-client' && { clientId: credential.clientId }) };
    },
    async save(draft) {
      const serviceAddress = parseServiceAddress(draft.serviceAddress);
      if (serviceAddress === undefined) throw new AppError({ code: 'bad-service-address' });
      const before = await accounts.get();
      const account = {
        serviceAddress,
        credential: withSavedSecret(
          draft.credential,
          before?.serviceAddress === serviceAddress ? before.credential : undefined,
        ),
      };
      const trial = memoryTokenStore();
      const { client } = await clientFor(account, trial);
      const view = await standing(client);
      if (view.state !== 'connected') return view;
      await accounts.set(account);
      const token = await trial.get();
      await (token ? tokens.set(token) : tokens.remove());
      return view;
    },
    async signOut() {
      current = undefined;
      lastView = undefined;
      await Promise.all([accounts.remove(), tokens.remove()]);
    },
  };
}

async function standing(client: BitmindClient): Promise<AccountView> {
  try {
    const { client: account } = await client.status();
    return {
      state: 'connected',
      ...(account?.name !== undefined && { name: account.name }),
      ...(account?.tier !== undefined && { tier: account.tier }),
      ...(account?.permissions && { permissions: account.permissions }),
    };
  } catch (error) {
    if (!isAppError(error)) throw error;
    const isAboutCredential = CREDENTIAL_ERRORS.includes(error.data.code);
    return { state: isAboutCredential ? 'refused' : 'unreachable', error: errorDataOf(error) };
  }
}

/** A form shows no saved secret, so one that was left empty means the saved one: for the same client alone,
 * and `saved` is the one of the same address, since a secret must not go to another place than it was entered for. */
function withSavedSecret(draft: Credential, saved: Credential | undefined): Credential {
  if (draft.method === 'api-key' && draft.apiKey === '' && saved?.method === 'api-key') return saved;
  if (draft.method === 'oauth-client' && draft.clientSecret === '' && saved?.method === 'oauth-client') {
    return saved.clientId === draft.clientId ? saved : draft;
  }
  return draft;
}

/** Keeps the token of an account on trial away from that of the account in use. */
function memoryTokenStore(): TokenStore {
  let kept: Awaited<ReturnType<TokenStore['get']>>;
  return {
    get: async () => kept,
    set: async (token) => {
      kept = token;
    },
    remove: async () => {
      kept = undefined;
    },
  };
}
