import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { endCheck } from '../../../../src/background/check/change-check.ts';
import { createCheckContext } from '../../../../src/background/check/check-context.ts';
import { clearResults, resultRemover } from '../../../../src/background/results/remove-results.ts';
import { aCheck } from '../../../a-check.ts';
import { useFreshDatabase } from '../store/fresh-database.ts';

beforeEach(() => {
  fakeBrowser.reset();
  useFreshDatabase();
});

/** Three results, of which the last is of this session too. */
async function kept() {
  const context = createCheckContext(fetch, () => 1);
  const picture = { thumbnail: new Blob(['a small picture'], { type: 'image/webp' }) };
  for (const [at, id] of ['a', 'b', 'c'].entries()) await context.history.put({ ...aCheck(id, at), ...picture });
  context.store.put(aCheck('c', 2));
  const left = async () => (await context.history.latest(9)).map(({ id }) => id);
  return { context, left, remover: resultRemover(context) };
}

it('what was removed comes back as it was, in the history and in this session', async () => {
  const { context, left, remover } = await kept();
  const before = await context.history.latest(9);
  await remover.remove(['a', 'c']);
  expect(await left()).toEqual(['b']);
  expect(context.store.get('c')).toBeUndefined();
  expect(await remover.undo()).toBe(true);
  expect(await context.history.latest(9)).toEqual(before);
  expect(await before[0]?.thumbnail?.text()).toBe('a small picture');
  expect(context.store.get('c')?.id).toBe('c');
  expect(await remover.undo()).toBe(false);
});

it('a check that goes on is no result', async () => {
  const { context, remover } = await kept();
  context.store.put(aCheck('d', 3, { state: 'waiting' }));
  await remover.remove(['d']);
  expect(context.store.get('d')?.state).toBe('waiting');
});

it('the last removal alone can be undone, and not for long', async () => {
  const { left, remover } = await kept();
  await remover.remove(['a']);
  await remover.remove(['b']);
  await remover.undo();
  expect(await left()).toEqual(['c', 'b']);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await remover.remove(['b']);
  vi.advanceTimersByTime(20_000);
  vi.useRealTimers();
  expect(await remover.undo()).toBe(false);
  expect(await left()).toEqual(['c']);
});

describe('a verdict that is removed while its media is checked again', () => {
  /** A check that has a verdict, and goes on; `fail`: what becomes of it, told by its record in the session and in the history. */
  async function checkedAgain() {
    const { context, remover } = await kept();
    const earlier = aCheck('d', 3, { verdict: { isAi: true, likelihood: 0.9 } });
    await context.history.put(earlier);
    const { verdict: _v, endedAt: _e, ...begun } = earlier;
    context.store.put({ ...begun, state: 'reading', earlier });
    const fail = async () => {
      await endCheck(context, 'd', { state: 'failed', error: { code: 'media-gone' } });
      return [context.store.get('d')?.verdict, (await context.history.get('d'))?.verdict];
    };
    return { context, remover, earlier, fail };
  }

  it('would else come back where that fails', async () => {
    const { earlier, fail } = await checkedAgain();
    expect(await fail()).toEqual([earlier.verdict, earlier.verdict]);
  });

  it.each(['removeResults', 'clearResults'])('is gone for good (%s)', async (act) => {
    const { context, remover, fail } = await checkedAgain();
    await (act === 'clearResults' ? clearResults(context) : remover.remove(['d']));
    expect(await fail()).toEqual([undefined, undefined]);
  });

  it('stays with a removal that was undone', async () => {
    const { remover, earlier, fail } = await checkedAgain();
    await remover.remove(['d']);
    await remover.undo();
    expect(await fail()).toEqual([earlier.verdict, earlier.verdict]);
  });
});
