import { expect, it } from 'vitest';
import { caseLines } from '../../../scripts/test/case-counts.ts';

const spec = (file: string, ...statuses: string[]) => ({ file, tests: statuses.map((status) => ({ status })) });

it('counts the cases of the folders that are lists of cases, however deep they stand in the report', () => {
  const report = {
    suites: [
      { specs: [spec('faults/status.spec.ts', 'expected'), spec('faults/status.spec.ts', 'unexpected')] },
      { suites: [{ specs: [spec('faults/batch.spec.ts', 'skipped')] }] },
      { specs: [spec('headless/settings.spec.ts', 'expected'), spec('hostile/pages.spec.ts', 'expected')] },
    ],
  };
  expect(caseLines(report)).toEqual(['faults: 2 of 3 cases ran, 1 held', 'hostile: 1 of 1 cases ran, 1 held']);
});

it('says nothing of a folder that was not run', () => {
  expect(caseLines({ specs: [spec('headless/settings.spec.ts', 'expected')] })).toEqual([]);
});
