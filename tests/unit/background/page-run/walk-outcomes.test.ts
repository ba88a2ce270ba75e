import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createCheckContext } from '../../../../src/background/check/check-context.ts';
import { outcomeWalk } from '../../../../src/background/page-run/walk-outcomes.ts';
import { aCheck } from '../../../a-check.ts';
import { aPageRun } from '../../../a-page-run.ts';

const AI = { verdict: { isAi: true, likelihood: 0.97 } };

const CHECKS = [aCheck('a', 1, AI), aCheck('b', 2, { verdict: { isAi: false, likelihood: 0.03 } }), aCheck('c', 3, AI)];

const RUN = aPageRun({
  items: CHECKS.map(({ id }, frameId) => ({ key: `image:${id}`, frameId, plan: 'to-check', checkId: id })),
});

const created = vi.fn(async () => ({}));

beforeEach(() => {
  fakeBrowser.reset();
  created.mockClear();
  Object.assign(fakeBrowser.tabs, { create: created });
  Object.assign(fakeBrowser.windows, { getAll: async () => [{ id: 7, focused: true, incognito: false }] });
});

/** Presses a count so often; gives what the frames were asked to go to, of which these are not in the page. */
async function walk(presses: number, gone: readonly string[] = []): Promise<readonly string[]> {
  const asked: string[] = [];
  const answer = async (_tab: number, { request }: { request: { key: string } }, { frameId }: { frameId: number }) => {
    asked.push(`${request.key} in ${frameId}`);
    return !gone.includes(request.key);
  };
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(answer as never);
  const { store } = createCheckContext(fetch, () => 1);
  for (const check of CHECKS) store.put(check);
  const showNext = outcomeWalk(store);
  for (let press = 0; press < presses; press += 1) await showNext(RUN, 'likely-ai');
  return asked;
}

it('leads from one to the next that came to the same, and from the last to the first', async () => {
  expect(await walk(3)).toEqual(['image:a in 0', 'image:c in 2', 'image:a in 0']);
});

it('passes over what has gone from the page', async () => {
  expect(await walk(2, ['image:a'])).toEqual(['image:a in 0', 'image:c in 2', 'image:a in 0', 'image:c in 2']);
  expect(created).not.toHaveBeenCalled();
});

it('leads to the results where all have gone from it', async () => {
  await walk(1, ['image:a', 'image:c']);
  expect(created).toHaveBeenCalledWith(expect.objectContaining({ url: expect.stringContaining('/results.html#a') }));
});
