import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Upload } from '../../../../src/background/offscreen-link/in-document.ts';
import { groupSender } from '../../../../src/background/page-run/group-sender.ts';
import { mediaSender } from '../../../../src/background/service/media-sender.ts';
import type { RequestGate } from '../../../../src/background/service/request-gate.ts';
import { createService } from '../../../../src/background/service/service.ts';
import { accountVault } from '../../../../src/background/store/account-vault.ts';
import { tinyJpeg } from '../../tiny-images.ts';
import { freshBrowser, signIn } from './sign-in.ts';

// Which account media goes with: the one in use when it is sent, however long it had to wait for that.

const ADDRESS = 'https://enterprise.bitmind.ai';
const OTHER_ADDRESS = 'https://other.example';

beforeEach(freshBrowser);
beforeEach(() => account('enterprise-first'));
afterEach(() => void vi.restoreAllMocks());

function account(apiKey: string, address = ADDRESS): Promise<void> {
  return signIn(address, { method: 'api-key', apiKey });
}

/** The way to a service, through a gate that opens when told; `sent` tells with which credential media went, and how much. */
function surroundings() {
  const sent: string[] = [];
  const fetch = async () => Response.json({ status: 'operational' });
  const upload: Upload = async (_id, order) => {
    const count = order?.files.length ?? 0;
    sent.push(`${order?.headers.authorization}: ${count}`);
    const items = Array.from({ length: count }, () => ({ isAI: false }));
    return { answer: { status: 200, headers: [], text: JSON.stringify({ isAI: false, batch_results: items }) } };
  };
  const open = Promise.withResolvers<void>();
  const atGate = vi.fn();
  const gate: RequestGate = {
    async pass() {
      atGate();
      await open.promise;
    },
    whenOpen: () => open.promise,
    close: () => undefined,
  };
  return { service: { ...createService({ fetch, clock: Date.now }, upload), gate }, open: open.resolve, atGate, sent };
}

const OPTIONS = {
  signal: new AbortController().signal,
  job: { id: 'a', onProgress: () => undefined, onPaused: () => undefined, onBatched: () => undefined },
};

it.each([
  ['one', mediaSender],
  ['several in a request', groupSender],
])('the account is that of the moment of sending: %s', async (_what, makeSender) => {
  const { service, open, atGate, sent } = surroundings();
  const sender = await makeSender(service, 'image');
  const end = sender.check(tinyJpeg(), OPTIONS);
  if ('arrived' in sender) sender.arrived('a');
  await expect.poll(() => atGate.mock.calls).toHaveLength(1);
  await account('enterprise-second');
  open();
  await end;
  expect(sent).toEqual(['Bearer enterprise-second: 1']);
});

it.each([
  ['nobody is signed in any more', () => accountVault.forget()],
  [
    'the account is one of another service, of which the user was not told',
    () => account('enterprise-second', OTHER_ADDRESS),
  ],
])('nothing is sent where %s', async (_name, change) => {
  const { service, open, sent } = surroundings();
  const senders = [await mediaSender(service, 'image'), await groupSender(service, 'image')];
  await change();
  open();
  for (const sender of senders)
    await expect(sender.check(tinyJpeg(), OPTIONS)).rejects.toMatchObject({ data: { code: 'not-signed-in' } });
  expect(sent).toEqual([]);
});
