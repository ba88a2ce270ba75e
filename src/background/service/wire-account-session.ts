import { readPolicy } from '../../core/store/policy.ts';
import { hasSiteAccess } from '../browser/granted-sites.ts';
import { sha256 } from '../read/sha256.ts';
import { accessTokenItem } from '../store/access-token-item.ts';
import { accountOnDiskItem, openAccountItem } from '../store/account-items.ts';
import { createAccountVault } from '../store/account-vault.ts';
import { standingItem } from '../store/standing-item.ts';
import { type AccountSession, createAccountSession } from './account-session.ts';
import type { RequestGate } from './request-gate.ts';
import { createTransport } from './transport.ts';
import { upload } from './wire-upload.ts';

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
