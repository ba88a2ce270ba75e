import { type AccountSession, createAccountSession } from '../../src/bitmind/account-session.ts';
import type { RequestGate } from '../../src/bitmind/request-gate.ts';
import { createTransport } from '../../src/bitmind/transport.ts';
import { sha256 } from '../../src/media/sha256.ts';
import { hasSiteAccess } from '../../src/platform/site-access.ts';
import { accessTokenItem } from '../../src/storage/access-token-item.ts';
import { accountOnDiskItem, openAccountItem } from '../../src/storage/account-items.ts';
import { createAccountVault } from '../../src/storage/account-vault.ts';
import { readPolicy } from '../../src/storage/policy.ts';
import { standingItem } from '../../src/storage/standing-item.ts';
import { upload } from './upload.ts';

/** The account in use, over this browser's storage and network. Media waits in the pauses of `gate`. */
export function accountSession(fetch: typeof globalThis.fetch, clock: () => number, gate: RequestGate): AccountSession {
  return createAccountSession({
    vault: createAccountVault(accountOnDiskItem, openAccountItem),
    policy: readPolicy,
    tokens: accessTokenItem,
    standings: standingItem,
    mayReach: hasSiteAccess,
    transport: createTransport({ fetch, clock, upload, isOffline: () => !navigator.onLine, whenOpen: gate.whenOpen }),
    clock,
    digest: (text) => sha256(new Blob([text])),
  });
}
