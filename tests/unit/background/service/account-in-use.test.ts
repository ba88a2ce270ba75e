import { describe, expect, it } from 'vitest';
import {
  type AccountPolicy,
  accountInUse,
  DEFAULT_SERVICE_ADDRESS,
  labelUnderPolicy,
  managedFields,
} from '../../../../src/background/service/account-in-use.ts';
import { savedAccount } from '../../../../src/background/service/saved-account.ts';
import { labelOf } from '../../../../src/background/store/account-label.ts';
import type { KeptAccount } from '../../../../src/background/store/account-vault.ts';
import type { Account } from '../../../../src/core/service/credential.ts';
import { SANDBOX_CERTIFICATE_PEM } from '../../../sandbox/sandbox-credentials.ts';

const OWN: Account = {
  serviceAddress: 'https://own.example',
  credential: { method: 'oauth-client', clientId: 'own', clientSecret: 'own secret' },
};
const KEPT: KeptAccount = { state: 'open', account: OWN, isRemembered: true, hasPassphrase: false };

const inUse = (policy: Partial<AccountPolicy>, kept: KeptAccount = KEPT) => accountInUse(kept, policy as AccountPolicy);

describe('the account that counts', () => {
  it.each<[string, Partial<AccountPolicy>, object, KeptAccount?]>([
    ['the saved one without a policy', {}, { state: 'open', account: OWN, isManaged: false }],
    [
      'the one of a policy with a key',
      { apiKey: 'enterprise-1' },
      { isManaged: true, account: { serviceAddress: DEFAULT_SERVICE_ADDRESS, credential: { apiKey: 'enterprise-1' } } },
    ],
    [
      'the one of a policy with a certificate, whatever its line ends',
      { clientId: 'a', certificate: SANDBOX_CERTIFICATE_PEM.replaceAll('\n', '\r\n') },
      { account: { credential: { method: 'oauth-certificate', certificatePem: SANDBOX_CERTIFICATE_PEM } } },
    ],
    [
      'the saved one at the address of a policy',
      { serviceAddress: 'https://desk.example/' },
      { isManaged: false, account: { ...OWN, serviceAddress: 'https://desk.example' } },
    ],
    [
      'the saved one with the client of a policy',
      { clientId: 'theirs' },
      { isManaged: false, account: { credential: { clientId: 'theirs', clientSecret: 'own secret' } } },
    ],
    [
      'none, when what was saved lacks its secret',
      {},
      { state: 'none' },
      { ...KEPT, account: { ...OWN, credential: { method: 'api-key', apiKey: '' } } },
    ],
    ['none, when the policy wants another method', { method: 'api-key' }, { state: 'none' }],
    ['none, when a locked policy is not whole', { lockAccount: true }, { state: 'incomplete-policy' }],
    [
      'none, when the certificate of a policy is a private key',
      { lockAccount: true, clientId: 'a', certificate: '-----BEGIN PRIVATE KEY-----' },
      { state: 'incomplete-policy' },
    ],
  ])('is %s', (_name, policy, expected, kept) => {
    expect(inUse(policy, kept)).toMatchObject(expected);
  });

  it("never sends an administrator's secret to an address that a user typed", () => {
    const found = inUse({ clientSecret: 'theirs' });
    expect(found).toMatchObject({ account: { serviceAddress: DEFAULT_SERVICE_ADDRESS } });
  });

  it('is refused when the address of a policy cannot be used', () => {
    expect(() => inUse({ serviceAddress: 'http://desk.example' })).toThrow('bad-service-address');
  });

  it('is the one of a policy also while the own one is locked', () => {
    const locked: KeptAccount = { state: 'locked', label: labelOf(OWN) };
    expect(inUse({ apiKey: 'enterprise-1' }, locked)).toMatchObject({ state: 'open', isManaged: true });
    expect(inUse({}, locked)).toEqual({ state: 'locked' });
  });
});

describe('the form', () => {
  it('shows what an administrator set, and locks it', () => {
    const policy = { clientId: 'theirs', clientSecret: 'secret', lockAccount: undefined } as AccountPolicy;
    expect(managedFields(policy)).toEqual(['method', 'clientId', 'clientSecret', 'serviceAddress']);
    expect(labelUnderPolicy(labelOf(OWN), policy)).toEqual({
      method: 'oauth-client',
      clientId: 'theirs',
      serviceAddress: DEFAULT_SERVICE_ADDRESS,
    });
  });
});

describe('what pages are told of an administrator’s account', () => {
  it('is no secret of it', () => {
    const policy = { clientId: 'desk', clientSecret: 'whispered', apiKey: 'enterprise-whispered', lockAccount: true };
    const told = JSON.stringify(savedAccount({ state: 'none' }, policy));
    expect(told).toContain('desk');
    expect(told).not.toContain('whispered');
  });
});
