import type { SavedAccount } from '../../core/service/account-view.ts';
import type { Account, AccountLabel } from '../../core/service/credential.ts';
import { isSameClient, labelOf } from '../store/account-label.ts';
import type { KeptAccount } from '../store/account-vault.ts';
import {
  type AccountPolicy,
  DEFAULT_SERVICE_ADDRESS,
  labelUnderPolicy,
  managedFields,
  secretOf,
  underPolicy,
} from './account-in-use.ts';

/** The account as the form may show it, with what an administrator set. */
export function savedAccount(kept: KeptAccount, policy: AccountPolicy): SavedAccount {
  return {
    serviceAddress: DEFAULT_SERVICE_ADDRESS,
    ...labelUnderPolicy(keptLabel(kept), policy),
    isOpen: kept.state === 'open',
    isKept: kept.state === 'open' || kept.state === 'locked',
    isRemembered: kept.state === 'open' ? kept.isRemembered : kept.state !== 'ended',
    hasPassphrase: kept.state === 'locked' || (kept.state === 'open' && kept.hasPassphrase),
    isLocked: kept.state === 'locked',
    managed: managedFields(policy),
    ...(policy.certificate !== undefined && { managedCertificate: policy.certificate }),
    isLockedByPolicy: policy.lockAccount === true,
  };
}

function keptLabel(kept: KeptAccount): AccountLabel | undefined {
  if (kept.state === 'none') return undefined;
  return kept.state === 'open' ? labelOf(kept.account) : kept.label;
}

/**
 * A form shows no saved secret, so one that was left empty means the saved one: for the same client at the same address
 * alone, since a secret must not go to another place than it was entered for. What an administrator set is the same for both.
 */
export function withSavedSecret(draft: Account, kept: KeptAccount, policy: AccountPolicy): Account {
  if (secretOf(draft.credential) !== '' || kept.state !== 'open') return draft;
  const { credential } = kept.account;
  const isSame =
    credential.method === draft.credential.method &&
    isSameClient(labelOf(underPolicy(draft, policy)), labelOf(underPolicy(kept.account, policy)));
  return isSame ? kept.account : draft;
}
