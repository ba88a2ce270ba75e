import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { AccountDraft } from '../../../../src/core/protocol/to-background.ts';
import { saveAccount } from '../../../../src/pages/account/save-account.ts';

afterEach(() => vi.restoreAllMocks());

const DRAFT: AccountDraft = {
  account: { serviceAddress: 'https://desk.example', credential: { method: 'api-key', apiKey: 'enterprise-1' } },
  keeping: { isRemembered: true, protection: { kind: 'none' } },
  isTested: true,
};

/** Sets what the browser does when it is asked for the service's address. */
function askBrowser(answer: () => Promise<boolean>): void {
  vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation(answer);
}

describe('saving an account', () => {
  it('says which address the browser was not allowed to reach, and sends nothing', async () => {
    askBrowser(async () => false);
    expect(await saveAccount(DRAFT)).toEqual({
      view: { state: 'unreachable', error: { code: 'service-access-refused', origin: 'https://desk.example' } },
      wasTested: false,
    });
  });

  it('comes to an end also where the browser does not ask', async () => {
    askBrowser(() => Promise.reject(new Error('This function must be called during a user gesture')));
    expect(await saveAccount(DRAFT)).toEqual({
      view: { state: 'unreachable', error: { code: 'unexpected' } },
      wasTested: false,
    });
  });
});
