import { expect, it } from 'vitest';
import { caseLines } from '../../../scripts/test/case-counts.ts';
import { testEnd } from './test-end.ts';

it('counts the cases of the folders that are lists of cases', () => {
  const ends = [
    testEnd({ file: 'tests/e2e/faults/status.spec.ts' }),
    testEnd({ file: 'tests/e2e/faults/status.spec.ts', outcome: 'failed' }),
    testEnd({ file: 'tests/e2e/faults/batch.spec.ts', outcome: 'skipped' }),
    testEnd({ file: 'tests/e2e/headless/settings.spec.ts' }),
    testEnd({ file: 'tests/e2e/hostile/pages.spec.ts' }),
  ];
  expect(caseLines(ends)).toEqual(['faults: 2 of 3 cases ran, 1 held', 'hostile: 1 of 1 cases ran, 1 held']);
});

it('says nothing of a folder that was not run', () => {
  expect(caseLines([testEnd({ file: 'tests/e2e/headless/settings.spec.ts' })])).toEqual([]);
});
