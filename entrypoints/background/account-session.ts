import { type AccountSession, createAccountSession } from '../../src/bitmind/account-session.ts';
import { createTransport } from '../../src/bitmind/transport.ts';
import { sha256 } from '../../src/media/sha256.ts';
import { hasSiteAccess } from '../../src/platform/site-access.ts';
import { accessTokenItem } from '../../src/storage/access-token-item.ts';
import { accountOnDiskItem, openAccountItem } from '../../src/storage/account-items.ts';
import { createAccountVault } from '../../src/storage/account-vault.ts';
import { readPolicy } from '../../src/storage/policy.ts';
import { standingItem } from '../../src/storage/standing-item.ts';
import { upload } from './upload.ts';

/** The account in use, over this browser's storage and network. */
export function accountSession(fetch: typeof globalThis.fetch, clock: () => number): AccountSession {
  return createAccountSession({
    vault: createAccountVault(accountOnDiskItem, openAccountItem),
    policy: readPolicy,
    tokens: accessTokenItem,
    standings: standingItem,
    mayReach: hasSiteAccess,
    transport: createTransport(fetch, clock, upload, () => !navigator.onLine),
    clock,
    digest: (text) => sha256(new Blob([text])),
  });
}
