import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createCheckContext } from '../../../../src/background/check/check-context.ts';
import { resultRemover } from '../../../../src/background/results/remove-results.ts';
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
