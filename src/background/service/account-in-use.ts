import { AppError } from '../../core/errors/app-error.ts';
import type { AccountField } from '../../core/service/account-view.ts';
import { certificateBlocks } from '../../core/service/certificate-pem.ts';
import type { Account, AccountLabel, Credential, SignInMethod } from '../../core/service/credential.ts';
import { parseServiceAddress } from '../../core/service/service-address.ts';
import type { KeptAccount } from '../store/account-vault.ts';
import type { Policy } from '../store/policy.ts';

/** The service BitMind runs. */
export const DEFAULT_SERVICE_ADDRESS = 'https://enterprise.bitmind.ai';

/** What the administrator's policy says of the account. */
export type AccountPolicy = Pick<Policy, AccountField | 'lockAccount'>;

/** The account that counts now, or why there is none. */
export type AccountInUse =
  | { readonly state: 'none' }
  /** It was kept until the browser closed. */
  | { readonly state: 'ended' }
  | { readonly state: 'locked' }
  /** The administrator locked the account and did not set all of it. */
  | { readonly state: 'incomplete-policy' }
  | { readonly state: 'open'; readonly account: Account; readonly isManaged: boolean };

/** The sign-in method an administrator chose, by name or by what they set. */
function managedMethod(policy: AccountPolicy): SignInMethod | undefined {
  if (policy.method) return policy.method;
  if (policy.apiKey) return 'api-key';
  if (policy.certificate) return 'oauth-certificate';
  return policy.clientSecret ? 'oauth-client' : undefined;
}

/** The address an administrator set, as written. A secret of theirs goes to no address that somebody else typed. */
function writtenAddress(policy: AccountPolicy): string | undefined {
  const hasSecret = policy.apiKey ?? policy.certificate ?? policy.clientSecret;
  return policy.serviceAddress ?? (hasSecret || policy.lockAccount ? DEFAULT_SERVICE_ADDRESS : undefined);
}

/** The fields an administrator set, so that the user cannot. */
export function managedFields(policy: AccountPolicy): AccountField[] {
  const names = ['clientId', 'clientSecret', 'certificate', 'apiKey'] as const;
  return [
    ...(managedMethod(policy) ? (['method'] as const) : []),
    ...names.filter((name) => policy[name] !== undefined),
    ...(writtenAddress(policy) === undefined ? [] : (['serviceAddress'] as const)),
  ];
}

/**
 * Puts what an administrator set over what a user typed or saved; the administrator wins, field by field. Throws
 * `bad-service-address` when their address cannot be used: nothing is sent to another one in its place.
 */
export function underPolicy({ serviceAddress, credential }: Account, policy: AccountPolicy): Account {
  const method = managedMethod(policy) ?? credential.method;
  const own = credential.method === method ? credential : emptyCredential(method);
  const written = writtenAddress(policy);
  const managed = written === undefined ? undefined : parseServiceAddress(written);
  if (written !== undefined && managed === undefined) throw new AppError({ code: 'bad-service-address' });
  return { serviceAddress: managed ?? serviceAddress, credential: withManaged(own, policy) };
}

/** The account that counts, of what is kept in the browser and what an administrator set. */
export function accountInUse(kept: KeptAccount, policy: AccountPolicy): AccountInUse {
  const method = managedMethod(policy);
  if (managedFields(policy).length === 0) return ownAccount(kept);
  const empty: Account = {
    serviceAddress: DEFAULT_SERVICE_ADDRESS,
    credential: emptyCredential(method ?? 'oauth-client'),
  };
  const ofPolicy = underPolicy(empty, policy);
  if (isComplete(ofPolicy.credential)) return { state: 'open', account: ofPolicy, isManaged: true };
  if (policy.lockAccount) return { state: 'incomplete-policy' };
  if (kept.state !== 'open') return { state: kept.state };
  const both = underPolicy(kept.account, policy);
  return isComplete(both.credential) ? { state: 'open', account: both, isManaged: false } : { state: 'none' };
}

function ownAccount(kept: KeptAccount): AccountInUse {
  if (kept.state !== 'open') return { state: kept.state };
  // What was saved beside a policy may lack what the policy set.
  return isComplete(kept.account.credential)
    ? { state: 'open', account: kept.account, isManaged: false }
    : { state: 'none' };
}

/** What a form shows of the account, secrets left out. */
export function labelUnderPolicy(kept: AccountLabel | undefined, policy: AccountPolicy): Partial<AccountLabel> {
  const method = managedMethod(policy) ?? kept?.method;
  const own = kept?.method === method ? kept : undefined;
  const clientId = policy.clientId ?? own?.clientId;
  return {
    serviceAddress: writtenAddress(policy) ?? kept?.serviceAddress ?? DEFAULT_SERVICE_ADDRESS,
    ...(method && { method }),
    ...(clientId !== undefined && { clientId }),
    ...(own?.certificate && policy.certificate === undefined && { certificate: own.certificate }),
  };
}

function withManaged(credential: Credential, policy: AccountPolicy): Credential {
  switch (credential.method) {
    case 'api-key':
      return { ...credential, apiKey: policy.apiKey ?? credential.apiKey };
    case 'oauth-client':
      return {
        ...credential,
        clientId: policy.clientId ?? credential.clientId,
        clientSecret: policy.clientSecret ?? credential.clientSecret,
      };
    case 'oauth-certificate': {
      const clientId = policy.clientId ?? credential.clientId;
      if (policy.certificate === undefined) return { ...credential, clientId };
      const text = certificateBlocks(policy.certificate);
      return { method: 'oauth-certificate', clientId, certificatePem: 'pem' in text ? text.pem : '' };
    }
  }
}

function emptyCredential(method: SignInMethod): Credential {
  switch (method) {
    case 'api-key':
      return { method, apiKey: '' };
    case 'oauth-client':
      return { method, clientId: '', clientSecret: '' };
    case 'oauth-certificate':
      return { method, clientId: '', certificatePem: '' };
  }
}

/** Whether nothing of a credential is missing. */
export function isComplete(credential: Credential): boolean {
  return Object.values(credential).every((value) => value !== '');
}

/** The part of a credential that must never be shown. */
export function secretOf(credential: Credential): string {
  switch (credential.method) {
    case 'oauth-client':
      return credential.clientSecret;
    case 'oauth-certificate':
      return credential.certificatePem;
    case 'api-key':
      return credential.apiKey;
  }
}
