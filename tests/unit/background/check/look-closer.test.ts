import { expect, it } from 'vitest';
import { createCheckContext } from '../../../../src/background/check/check-context.ts';
import { judgeTimeline } from '../../../../src/background/check/judge-timeline.ts';
import { measureFirmness } from '../../../../src/background/check/measure-firmness.ts';
import { aCheck } from '../../../a-check.ts';

const VERDICT = { isAi: true, likelihood: 0.97 };

it.each([
  ['how firm a verdict is', measureFirmness, { verdict: VERDICT, read: {}, firmness: [] }],
  [
    'a video by parts',
    judgeTimeline,
    {
      verdict: VERDICT,
      media: { kind: 'video' },
      read: { durationSeconds: 60 },
      timeline: { sentCount: 2, parts: [] },
    },
  ],
] as const)('%s is asked once, though a panel still offers it', async (_, ask, change) => {
  const context = createCheckContext(fetch, Date.now);
  context.store.put(aCheck('a', 1, change));
  await expect(ask(context, 'a')).rejects.toMatchObject({ data: { code: 'message-refused' } });
});
