import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { accountOnDiskItem } from '../../../../src/background/store/account-items.ts';
import { accountVault } from '../../../../src/background/store/account-vault.ts';
import type { Account } from '../../../../src/core/service/credential.ts';
import type { Keeping } from '../../../../src/core/service/keeping.ts';

beforeEach(() => fakeBrowser.reset());

const ACCOUNT: Account = {
  serviceAddress: 'https://enterprise.bitmind.ai',
  credential: { method: 'oauth-client', clientId: 'desk', clientSecret: 'canary-secret' },
};
const SEALED: Keeping = { isRemembered: true, protection: { kind: 'passphrase', passphrase: 'correct horse' } };
const SESSION: Keeping = { isRemembered: false, protection: { kind: 'none' } };
const PLAIN: Keeping = { isRemembered: true, protection: { kind: 'none' } };

/** What the disk holds, as text. */
async function disk(): Promise<string> {
  return JSON.stringify(await fakeBrowser.storage.local.get());
}

/** What closing the browser does. */
const restartBrowser = () => fakeBrowser.storage.session.clear();

describe('an account that is remembered', () => {
  it('is there again after the browser was closed', async () => {
    await accountVault.keep(ACCOUNT, PLAIN);
    await restartBrowser();
    expect(await accountVault.read()).toEqual({
      state: 'open',
      account: ACCOUNT,
      isRemembered: true,
      hasPassphrase: false,
    });
    expect(await disk()).toContain('canary-secret');
  });
});

describe('an account that is not remembered', () => {
  it('is never on disk, and gone when the browser was closed', async () => {
    await accountVault.keep(ACCOUNT, SESSION);
    expect(await accountVault.read()).toMatchObject({ state: 'open', account: ACCOUNT, isRemembered: false });
    expect(await disk()).not.toContain('canary');
    await restartBrowser();
    expect(await accountVault.read()).toMatchObject({
      state: 'ended',
      label: { method: 'oauth-client', clientId: 'desk' },
    });
  });

  it('takes the remembered one off the disk', async () => {
    await accountVault.keep(ACCOUNT, PLAIN);
    await accountVault.keep(ACCOUNT, SESSION);
    expect(await disk()).not.toContain('canary');
  });
});

describe('an account under a passphrase', () => {
  it('is locked when the browser starts, and opens with the passphrase alone', async () => {
    await accountVault.keep(ACCOUNT, SEALED);
    expect(await disk()).not.toContain('canary');
    expect(await accountVault.read()).toMatchObject({ state: 'open', hasPassphrase: true });
    await restartBrowser();
    expect(await accountVault.read()).toMatchObject({ state: 'locked', label: { clientId: 'desk' } });
    expect(await accountVault.unlock('Correct horse')).toBe(false);
    expect(await accountVault.read()).toMatchObject({ state: 'locked' });
    expect(await accountVault.unlock('correct horse')).toBe(true);
    expect(await accountVault.read()).toMatchObject({ state: 'open', account: ACCOUNT });
  });

  it('is encrypted as it says: AES-GCM under 600,000 rounds of PBKDF2, with fresh salt and nonce', async () => {
    await accountVault.keep(ACCOUNT, SEALED);
    const first = await accountOnDiskItem.get();
    await accountVault.keep(ACCOUNT, SEALED);
    const second = await accountOnDiskItem.get();
    if (first?.kind !== 'sealed' || second?.kind !== 'sealed') throw new Error('not sealed');
    expect(first.sealed.rounds).toBe(600_000);
    expect(first.sealed.salt).not.toBe(second.sealed.salt);
    expect(first.sealed.iv).not.toBe(second.sealed.iv);
    expect(first.sealed.data).not.toBe(second.sealed.data);
  });

  it('keeps its passphrase when the account is changed without typing it', async () => {
    await accountVault.keep(ACCOUNT, SEALED);
    const changed = { ...ACCOUNT, serviceAddress: 'https://other.example' };
    await accountVault.keep(changed, { isRemembered: true, protection: { kind: 'same-passphrase' } });
    await restartBrowser();
    expect(await accountVault.unlock('correct horse')).toBe(true);
    expect(await accountVault.read()).toMatchObject({ account: changed });
  });

  it('cannot keep its passphrase while it is locked', async () => {
    await accountVault.keep(ACCOUNT, SEALED);
    await restartBrowser();
    const keeping: Keeping = { isRemembered: true, protection: { kind: 'same-passphrase' } };
    await expect(accountVault.keep(ACCOUNT, keeping)).rejects.toThrow('locked');
  });

  it('does not open when its data was changed', async () => {
    await accountVault.keep(ACCOUNT, SEALED);
    const kept = await accountOnDiskItem.get();
    if (kept?.kind !== 'sealed') throw new Error('not sealed');
    const { data } = kept.sealed;
    await accountOnDiskItem.set({
      ...kept,
      sealed: { ...kept.sealed, data: (data[0] === 'A' ? 'B' : 'A') + data.slice(1) },
    });
    await restartBrowser();
    expect(await accountVault.unlock('correct horse')).toBe(false);
  });

  it('goes by what is sealed, not by the label beside it', async () => {
    await accountVault.keep(ACCOUNT, SEALED);
    const kept = await accountOnDiskItem.get();
    if (kept?.kind !== 'sealed') throw new Error('not sealed');
    await restartBrowser();
    await accountOnDiskItem.set({ ...kept, label: { ...kept.label, serviceAddress: 'https://evil.example' } });
    expect(await accountVault.unlock('correct horse')).toBe(true);
    expect(await accountVault.read()).toMatchObject({ account: ACCOUNT });
  });
});

it('nothing is left of an account that was forgotten', async () => {
  await accountVault.keep(ACCOUNT, SEALED);
  await accountVault.forget();
  expect(await accountVault.read()).toEqual({ state: 'none' });
  expect(await disk()).not.toMatch(/canary|desk|sealed/);
});
