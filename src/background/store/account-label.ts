import type { Account, AccountLabel } from '../../core/service/credential.ts';

/** The label of an account. */
export function labelOf({ serviceAddress, credential }: Account): AccountLabel {
  const { method } = credential;
  return {
    serviceAddress,
    method,
    ...(method !== 'api-key' && { clientId: credential.clientId }),
    ...(method === 'oauth-certificate' && credential.certificate && { certificate: credential.certificate }),
  };
}

/** Whether two accounts are the same client of the same service, whatever their secrets. */
export function isSameClient(one: AccountLabel, other: AccountLabel): boolean {
  return one.serviceAddress === other.serviceAddress && one.method === other.method && one.clientId === other.clientId;
}
