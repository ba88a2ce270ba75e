import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addJudgement } from '../../../../src/background/check/change-check.ts';
import { createCheckContext } from '../../../../src/background/check/check-context.ts';
import { aCheck } from '../../../a-check.ts';
import { useFreshDatabase } from '../store/fresh-database.ts';

beforeEach(() => {
  fakeBrowser.reset();
  useFreshDatabase();
});

const judged = () => aCheck('a', Date.now(), { verdict: { isAi: true, likelihood: 0.9 } });

describe('my judgement', () => {
  it('is kept with the result, and can be taken back', async () => {
    const context = createCheckContext(fetch, Date.now);
    context.store.put(judged());
    await addJudgement(context, 'a', 'disagree');
    expect([context.store.get('a')?.judgement, (await context.history.get('a'))?.judgement]).toEqual([
      'disagree',
      'disagree',
    ]);
    await addJudgement(context, 'a', undefined);
    expect((await context.history.get('a'))?.judgement).toBeUndefined();
  });

  it('leaves in the history what a later background has not taken up: the thumbnail, what the file says', async () => {
    const context = createCheckContext(fetch, Date.now);
    const fileMetadata = { unread: 'fault' } as const;
    await context.history.put({ ...judged(), fileMetadata, thumbnail: new Blob(['small']) });
    context.store.put({ ...judged(), isLean: true });
    await addJudgement(context, 'a', 'agree');
    const kept = await context.history.get('a');
    expect([kept?.judgement, kept?.fileMetadata]).toEqual(['agree', fileMetadata]);
    expect((await context.history.thumbnail('a'))?.size).toBe(5);
  });

  it('is of a verdict: there is none of a check without one, or of one in a private window on disk', async () => {
    const context = createCheckContext(fetch, Date.now);
    const { verdict: _, ...failed } = judged();
    context.store.put({ ...failed, state: 'failed' });
    await addJudgement(context, 'a', 'agree');
    expect(context.store.get('a')?.judgement).toBeUndefined();
    const { media } = judged();
    context.store.put({ ...judged(), id: 'private', media: { ...media, isPrivate: true } });
    await addJudgement(context, 'private', 'agree');
    expect([context.store.get('private')?.judgement, await context.history.get('private')]).toEqual([
      'agree',
      undefined,
    ]);
  });
});
