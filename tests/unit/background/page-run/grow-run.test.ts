import { expect, it } from 'vitest';
import { grownRun } from '../../../../src/background/page-run/grow-run.ts';
import { aPageRun } from '../../../a-page-run.ts';

const shown = { items: [], isFirst: false, isQuiet: false };
const at = (pageUrl: string, id = pageUrl) => aPageRun({ id, pageUrl, isAutomatic: true });

it('has the address that a document has by now, which goes on without being loaded anew', () => {
  const [story, next] = [at('https://news.example/story'), at('https://news.example/next')];
  expect(grownRun(next, story, shown)).toMatchObject({ id: story.id, pageUrl: next.pageUrl });
});

it.each<readonly [string, string, boolean]>([
  ['another document', 'https://news.example/story', true],
  ['another site, whatever it says of its document', 'https://other.example/', false],
])('begins anew in %s', (_case, before, isFirst) => {
  const now = at('https://news.example/next');
  expect(grownRun(now, at(before), { ...shown, isFirst }).id).toBe(now.id);
});

it('knows an image by its name within its frame: what was told of before is no other', () => {
  const item = (frameId: number) => ({ key: 'one', frameId, plan: 'to-check' }) as const;
  const run = { ...at('https://news.example/'), items: [item(0), item(4)] };
  const { items } = grownRun(run, run, { ...shown, items: [item(4), item(5)] });
  expect(items.map(({ frameId }) => frameId)).toEqual([0, 4, 5]);
});
