import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { untilAnswered } from '../../../../src/core/protocol/until-answered.ts';

const NEVER = new Promise<never>(() => undefined);
const PATIENCE_MS = 120_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What comes of a message, and how often it was sent. */
async function outcome(send: (attempt: number) => Promise<string>, isInHand: () => Promise<boolean>, repeats = 2) {
  let sent = 0;
  const answered = untilAnswered({
    send: () => {
      sent += 1;
      return send(sent);
    },
    isInHand,
    repeats,
  }).catch((error: unknown) => (error instanceof Error ? error.message : 'no error'));
  const hanging = new Promise<string>((resolve) => setTimeout(() => resolve('hangs'), PATIENCE_MS));
  const result = Promise.race([answered, hanging]);
  await vi.advanceTimersByTimeAsync(PATIENCE_MS);
  return { result: await result, sent };
}

const later = (ms: number) => new Promise<string>((resolve) => setTimeout(() => resolve('answer'), ms));

describe('a message to the background', () => {
  it('that is answered is sent once', async () => {
    expect(
      await outcome(
        async () => 'answer',
        async () => false,
      ),
    ).toEqual({ result: 'answer', sent: 1 });
  });
  it('may take a minute as long as somebody is at work on it', async () => {
    expect(
      await outcome(
        () => later(60_000),
        async () => true,
      ),
    ).toEqual({ result: 'answer', sent: 1 });
  });
  it('of which nobody knows is sent again', async () => {
    const send = (attempt: number) => (attempt === 1 ? NEVER : Promise.resolve('answer'));
    expect(await outcome(send, async () => false)).toEqual({ result: 'answer', sent: 2 });
  });
  it('that must not be done twice is an error then', async () => {
    expect(
      await outcome(
        () => NEVER,
        async () => false,
        0,
      ),
    ).toEqual({ result: 'background-ended', sent: 1 });
  });
  it('is an error after two repeats', async () => {
    expect(
      await outcome(
        () => NEVER,
        async () => false,
      ),
    ).toEqual({ result: 'background-ended', sent: 3 });
  });
  it('is not taken for lost while its answer is on the way', async () => {
    expect(
      await outcome(
        () => later(2_500),
        async () => false,
      ),
    ).toEqual({ result: 'answer', sent: 1 });
  });
  it('is an error when the question about it is never answered either', async () => {
    expect(
      await outcome(
        () => NEVER,
        () => NEVER,
        0,
      ),
    ).toEqual({ result: 'background-ended', sent: 1 });
  });
  it('is sent again within ten seconds where nothing is answered at all', async () => {
    const sentAt: number[] = [];
    const begun = Date.now();
    const send = (attempt: number) => {
      sentAt.push(Date.now() - begun);
      return attempt === 1 ? NEVER : Promise.resolve('answer');
    };
    expect(await outcome(send, () => NEVER)).toEqual({ result: 'answer', sent: 2 });
    expect(sentAt).toEqual([0, 8_000]);
  });
  it('whose background ends while it is at work is sent again', async () => {
    const send = (attempt: number) =>
      attempt === 1
        ? Promise.reject(new Error('The message port closed before a response was received.'))
        : Promise.resolve('answer');
    expect(await outcome(send, async () => false)).toEqual({ result: 'answer', sent: 2 });
  });
  it('whose background ends while it is at work is an error where it must not be done twice', async () => {
    const send = () =>
      Promise.reject(
        new Error(
          'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
        ),
      );
    expect(await outcome(send, async () => false, 0)).toEqual({ result: 'background-ended', sent: 1 });
  });
});
