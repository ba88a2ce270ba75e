import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { AccountPolicy } from '../../../../src/background/service/account-in-use.ts';
import { mediaSender } from '../../../../src/background/service/media-sender.ts';
import { createService, type Service } from '../../../../src/background/service/service.ts';
import { accessTokenItem } from '../../../../src/background/store/access-token-item.ts';
import { type AccountOnDisk, accountOnDiskItem } from '../../../../src/background/store/account-items.ts';
import { isAppError } from '../../../../src/core/errors/app-error.ts';
import type { ErrorData } from '../../../../src/core/errors/error-data.ts';
import type { AccountView } from '../../../../src/core/service/account-view.ts';
import type { Account } from '../../../../src/core/service/credential.ts';
import type { Keeping } from '../../../../src/core/service/keeping.ts';
import { errorWords } from '../../../../src/core/words/error-sentence.ts';
import { createSandbox, type Sandbox } from '../../../sandbox/create-sandbox.ts';
import {
  SANDBOX_API_KEY,
  SANDBOX_CERTIFICATE_CLIENT_ID,
  SANDBOX_CERTIFICATE_PEM,
  SANDBOX_CLIENT_ID,
  SANDBOX_CLIENT_SECRET,
} from '../../../sandbox/sandbox-credentials.ts';
import { speakEnglish } from '../../english.ts';
import { tinyJpeg } from '../../tiny-images.ts';
import { freshBrowser } from './sign-in.ts';
import { uploadByFetch } from './upload-by-fetch.ts';

/** What stands around the account of one test. */
interface AccountBed {
  sandbox: Sandbox;
  policy: AccountPolicy;
  /** What the next readings of the policy wait for. */
  readonly policyReads: Promise<AccountPolicy>[];
  /** The browser lets the extension reach the service. */
  granted: boolean;
  now(): number;
}

/** Set up anew for each test by `useAccountBed`. */
export let bed: AccountBed;

/** Gives each test a sandbox, and a browser that has just been installed. */
export function useAccountBed(): void {
  beforeAll(speakEnglish);
  beforeEach(async () => {
    const policy = {} as AccountPolicy;
    bed = { sandbox: await createSandbox(), policy, policyReads: [], granted: true, now: Date.now };
    freshBrowser();
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => bed.policyReads.shift() ?? bed.policy);
    vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => bed.granted);
    vi.spyOn(Math, 'random').mockReturnValue(0); // Nothing is waited between two attempts.
  });
  afterEach(() => bed.sandbox.close());
  afterEach(() => void vi.restoreAllMocks());
}

/** The way to the service as a background builds it; a second one is what a restarted background has. */
export function service(): Service {
  return createService({ fetch, clock: () => bed.now() }, uploadByFetch);
}

export const session = () => service().session;

export const onDisk = () => accountOnDiskItem.get();
export const token = () => accessTokenItem.get();

/** What the disk holds of an account that is remembered without a passphrase. */
export function plain(account: Account): AccountOnDisk {
  return { kind: 'plain', account };
}

export const REMEMBERED: Keeping = { isRemembered: true, protection: { kind: 'none' } };

export function save(account: Account, isTested = true): Promise<AccountView> {
  return session().save(account, REMEMBERED, isTested);
}

export function certificate(certificatePem = SANDBOX_CERTIFICATE_PEM): Account {
  return {
    serviceAddress: bed.sandbox.origin,
    credential: { method: 'oauth-certificate', clientId: SANDBOX_CERTIFICATE_CLIENT_ID, certificatePem },
  };
}

export function oauth(clientSecret = SANDBOX_CLIENT_SECRET): Account {
  return {
    serviceAddress: bed.sandbox.origin,
    credential: { method: 'oauth-client', clientId: SANDBOX_CLIENT_ID, clientSecret },
  };
}

export function apiKey(key = SANDBOX_API_KEY): Account {
  return { serviceAddress: bed.sandbox.origin, credential: { method: 'api-key', apiKey: key } };
}

export const OPTIONS = {
  signal: new AbortController().signal,
  job: { id: 'a', onProgress: () => undefined, onPaused: () => undefined, onBatched: () => undefined },
};

export async function checkImage(using = service()) {
  return (await mediaSender(using, 'image')).check(tinyJpeg(), OPTIONS);
}

export function clientWithoutCertificate(): Account {
  return {
    serviceAddress: bed.sandbox.origin,
    credential: { method: 'oauth-client', clientId: SANDBOX_CERTIFICATE_CLIENT_ID, clientSecret: 'a' },
  };
}

export function sentenceOf(view: AccountView): string {
  return 'error' in view && view.error ? errorWords(view.error).sentence : '';
}

/** A token that the sandbox takes. */
export async function newToken(): Promise<unknown> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: SANDBOX_CLIENT_ID,
    client_secret: SANDBOX_CLIENT_SECRET,
  });
  const answer: unknown = await (await fetch(`${bed.sandbox.origin}/v1/oauth/token`, { method: 'POST', body })).json();
  return Object(answer).access_token;
}

/** The error that checking an image ends with. */
export async function failure(): Promise<ErrorData> {
  try {
    await checkImage();
  } catch (error) {
    if (isAppError(error)) return error.data;
    throw error;
  }
  throw new Error('the check succeeded');
}
