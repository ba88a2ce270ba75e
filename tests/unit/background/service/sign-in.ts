import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { accountVault } from '../../../../src/background/store/account-vault.ts';
import type { Credential } from '../../../../src/core/service/credential.ts';
import { SANDBOX_API_KEY } from '../../../sandbox/sandbox-credentials.ts';

/** A browser that has just been installed, in which every site may be reached and no administrator has set anything. */
export function freshBrowser(): void {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => true);
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => ({}));
}

/** The account of a browser whose user has signed in, with an API key unless another credential is given. */
export function signIn(
  serviceAddress: string,
  credential: Credential = { method: 'api-key', apiKey: SANDBOX_API_KEY },
): Promise<void> {
  return accountVault.keep({ serviceAddress, credential }, { isRemembered: true, protection: { kind: 'none' } });
}
