import type { SavedAccount } from '../../core/service/account-view.ts';
import type { AccountLabel } from '../../core/service/credential.ts';
import { labelOf } from '../store/account-label.ts';
import type { KeptAccount } from '../store/account-vault.ts';
import { type AccountPolicy, DEFAULT_SERVICE_ADDRESS, labelUnderPolicy, managedFields } from './account-in-use.ts';

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
