import { beforeEach, expect, it } from 'vitest';
import { badgeComposer } from '../../../../src/background/words/compose-badges.ts';
import { composeCheckRow } from '../../../../src/background/words/compose-check-row.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import { aCheck } from '../../../a-check.ts';
import { speakEnglish } from '../../english.ts';

beforeEach(speakEnglish);

const cases: readonly (readonly [Partial<CheckRecord>, string, string])[] = [
  [{ verdict: { isAi: true, likelihood: 0.97 } }, 'likely-ai', '97% · Likely AI-generated'],
  [{ verdict: { isAi: false, likelihood: 0.001 } }, 'likely-not-ai', 'under 1% · Likely not AI-generated'],
  [{ verdict: { isAi: true, likelihood: 0.53 } }, 'inconclusive', '53% · Inconclusive · leans towards AI-generated'],
  [{ verdict: { isAi: true } }, 'likely-ai', 'Likely AI-generated'],
  [{ unjudged: { code: 'not-signed-in' } }, 'local', 'Sign in to get a verdict'],
  [
    { error: { code: 'page-closed' } },
    'failed',
    'Not checked · Extensions can’t run on this page. Open another page, or drop the file on the toolbar button’s popup.',
  ],
];

it.each(cases)('the badge of a check with %j begins with its number', (told, tone, words) => {
  const items = [{ key: 'image:1', frameId: 0, plan: 'to-check', checkId: 'a' }] as const;
  const check = aCheck('a', 1, told);
  expect(badgeComposer()(items, 0, () => check, { low: 0.4, high: 0.6 })).toEqual([
    { key: 'image:1', checkId: 'a', tone, words },
  ]);
});

const SIGNED = { credentials: { state: 'valid', says: 'ai', signer: 'Example' }, notes: [], facts: {} } as const;
const BAND = { low: 0.4, high: 0.6 };

it.each([
  [
    { verdict: { isAi: false, likelihood: 0.04 } },
    '4% · Likely not AI-generated · Content Credentials valid: made by AI',
  ],
  [
    { unjudged: { code: 'not-signed-in' } as const },
    'Sign in to get a verdict · Content Credentials · Valid, and the signer is known (Example). They say it was made by AI.',
  ],
])('the badge of a signed file with %j has the sign of that beside the verdict, and says it', (told, words) => {
  const items = [{ key: 'image:1', frameId: 0, plan: 'to-check', checkId: 'a' }] as const;
  const check = aCheck('a', 1, { ...told, fileMetadata: SIGNED });
  expect(badgeComposer()(items, 0, () => check, BAND)).toMatchObject([{ words, sign: 'credentials' }]);
});

it('a row of the popup has what the file says beside the verdict', () => {
  const check = aCheck('a', 1, { verdict: { isAi: true }, fileMetadata: SIGNED });
  const fileSays = { kind: 'credentials', words: 'Content Credentials valid: made by AI' };
  expect(composeCheckRow(check, BAND, true)).toMatchObject({ fileSays });
  expect(composeCheckRow(aCheck('a', 1), BAND, true)).not.toHaveProperty('fileSays');
});
