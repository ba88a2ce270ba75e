import { expect, it, vi } from 'vitest';
import type { AccountSession } from '../../../../src/background/service/account-session.ts';
import { batchSender } from '../../../../src/background/service/batch-calls.ts';
import type { BitmindClient } from '../../../../src/background/service/client.ts';
import { mediaSender } from '../../../../src/background/service/media-sender.ts';
import type { RequestGate } from '../../../../src/background/service/request-gate.ts';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import { tinyJpeg } from '../../tiny-images.ts';

// Which account media goes with: the one in use when it is sent, however long it had to wait for that.

const HOST = 'enterprise.bitmind.ai';

/** A session whose account can be changed, and a gate that opens when told; `sent` tells by which account media went. */
function surroundings() {
  const sent: string[] = [];
  const clientOf = (name: string, host = HOST): Partial<BitmindClient> => ({
    host,
    async checkImage() {
      sent.push(name);
      return { isAi: false };
    },
    async batchImages(images) {
      sent.push(`${name}: ${images.length}`);
      return { results: images.map(() => ({ isAi: false })) };
    },
  });
  let inUse: Partial<BitmindClient> | undefined = clientOf('first');
  const client = async () => {
    if (!inUse) throw new AppError({ code: 'not-signed-in' });
    return inUse as BitmindClient;
  };
  const session: Partial<AccountSession> = { client, use: async (_permission, call) => call(await client()) };
  const open = Promise.withResolvers<void>();
  const atGate = vi.fn();
  const gate: RequestGate = {
    async send(_options, request) {
      atGate();
      await open.promise;
      return request();
    },
    whenOpen: () => open.promise,
  };
  const change = (name?: string, host?: string) => {
    inUse = name === undefined ? undefined : clientOf(name, host);
  };
  return { session: session as AccountSession, gate, open: open.resolve, atGate, change, sent };
}

const OPTIONS = {
  signal: new AbortController().signal,
  job: { id: 'a', onProgress: () => undefined, onPaused: () => undefined, onBatched: () => undefined },
};

it.each([
  ['one', mediaSender, 'second'],
  ['several in a request', batchSender, 'second: 1'],
])('the account is that of the moment of sending: %s', async (_what, makeSender, by) => {
  const { session, gate, open, atGate, change, sent } = surroundings();
  const sender = await makeSender(session, gate, 'image');
  const end = sender.check(tinyJpeg(), OPTIONS);
  if ('arrived' in sender) sender.arrived('a');
  await expect.poll(() => atGate.mock.calls).toHaveLength(1);
  change('second');
  open();
  await end;
  expect(sent).toEqual([by]);
});

it.each([
  ['nobody is signed in any more', undefined, undefined],
  ['the account is one of another service, of which the user was not told', 'second', 'other.example'],
])('nothing is sent where %s', async (_what, name, host) => {
  const { session, gate, open, change, sent } = surroundings();
  const senders = [await mediaSender(session, gate, 'image'), await batchSender(session, gate, 'image')];
  change(name, host);
  open();
  for (const sender of senders)
    await expect(sender.check(tinyJpeg(), OPTIONS)).rejects.toMatchObject({ data: { code: 'not-signed-in' } });
  expect(sent).toEqual([]);
});
