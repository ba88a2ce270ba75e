import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createService } from '../../../../src/background/service/service.ts';
import { accountVault } from '../../../../src/background/store/account-vault.ts';
import { UNDO_SIGN_OUT_MS } from '../../../../src/core/service/account-view.ts';
import type { Account } from '../../../../src/core/service/credential.ts';
import type { Keeping } from '../../../../src/core/service/keeping.ts';
import { freshBrowser } from './sign-in.ts';
import { uploadByFetch } from './upload-by-fetch.ts';

const account: Account = {
  serviceAddress: 'https://bitmind.example',
  credential: { method: 'oauth-client', clientId: 'newsroom', clientSecret: 'secret' },
};
const sent = vi.fn<typeof fetch>();
const stored = () => Promise.all([fakeBrowser.storage.local.get(), fakeBrowser.storage.session.get()]);

/** The session of a background; a second one is that of the next background. */
const session = () => createService({ fetch: sent, clock: Date.now }, uploadByFetch).session;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  freshBrowser();
  sent.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const REMEMBERED: Keeping = { isRemembered: true, protection: { kind: 'none' } };
const SEALED: Keeping = { isRemembered: true, protection: { kind: 'passphrase', passphrase: 'correct horse' } };
const KEEPINGS: readonly (readonly [string, Keeping])[] = [
  ['is remembered', REMEMBERED],
  ['has a passphrase', SEALED],
  ['is kept until the browser closes', { isRemembered: false, protection: { kind: 'none' } }],
];

describe('signing out', () => {
  it.each(KEEPINGS)(
    'of an account that %s can be undone, and leaves nothing in the storage until then',
    async (_, keeping) => {
      await accountVault.keep(account, keeping);
      const before = await stored();
      const signedIn = session();
      await signedIn.signOut();
      expect(await stored()).toEqual([{}, {}]);
      await expect(signedIn.client('image_inference')).rejects.toMatchObject({ data: { code: 'not-signed-in' } });
      await vi.advanceTimersByTimeAsync(UNDO_SIGN_OUT_MS - 1);
      expect(await signedIn.undoSignOut()).toBe(true);
      expect(await stored()).toEqual(before);
      expect(await accountVault.read()).toMatchObject({ state: 'open', account });
      expect(sent).not.toHaveBeenCalled();
    },
  );

  it('of a locked account can be undone, and leaves it locked', async () => {
    await accountVault.keep(account, SEALED);
    await fakeBrowser.storage.session.clear();
    const signedIn = session();
    await signedIn.signOut();
    expect(await signedIn.undoSignOut()).toBe(true);
    expect(await accountVault.read()).toMatchObject({ state: 'locked' });
  });

  const tooLate: readonly (readonly [string, (signedIn: ReturnType<typeof session>) => Promise<unknown>])[] = [
    ['the time is over', () => vi.advanceTimersByTimeAsync(UNDO_SIGN_OUT_MS)],
    [
      'it was undone before',
      async (signedIn) => {
        await signedIn.undoSignOut();
        await accountVault.forget();
      },
    ],
    [
      'an administrator locked the account meanwhile',
      async () => {
        vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => ({ lockAccount: true }));
      },
    ],
  ];
  it.each(tooLate)('cannot be undone once %s', async (_, happen) => {
    await accountVault.keep(account, REMEMBERED);
    const signedIn = session();
    await signedIn.signOut();
    await happen(signedIn);
    expect(await signedIn.undoSignOut()).toBe(false);
    expect(await stored()).toEqual([{}, {}]);
  });

  it('cannot be undone by the next background', async () => {
    await accountVault.keep(account, REMEMBERED);
    await session().signOut();
    expect(await session().undoSignOut()).toBe(false);
  });

  it('cannot be undone over another account that was saved meanwhile', async () => {
    await accountVault.keep(account, REMEMBERED);
    const signedIn = session();
    await signedIn.signOut();
    const other: Account = { ...account, credential: { method: 'api-key', apiKey: 'enterprise-other' } };
    await signedIn.save(other, REMEMBERED, false);
    expect(await signedIn.undoSignOut()).toBe(false);
    expect(await accountVault.read()).toMatchObject({ state: 'open', account: other });
  });
});
