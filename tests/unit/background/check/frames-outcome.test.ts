import { expect, it } from 'vitest';
import { framesOutcome } from '../../../../src/background/check/frames-outcome.ts';
import type { ReadReport } from '../../../../src/core/check/read-report.ts';

const READ: ReadReport = { method: 'frames', type: 'image/png', sizeBytes: 3, sha256: 'abc', frameSeconds: [1, 2, 3] };

it('leaves out the frames that have no verdict, and no others', () => {
  const results = [{ isAi: true, likelihood: 0.8 }, { failed: 'no-answer' }, { isAi: false }] as const;
  expect(framesOutcome(results, READ).frames).toEqual([
    { isAi: true, likelihood: 0.8, atSeconds: 1 },
    { isAi: false, atSeconds: 3 },
  ]);
});
