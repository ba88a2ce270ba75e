import { beforeAll, describe, expect, it } from 'vitest';
import { composeCheckRow } from '../../../../src/background/words/compose-check-row.ts';
import { composePanelView } from '../../../../src/background/words/compose-panel-view.ts';
import { composeResultView } from '../../../../src/background/words/compose-result-view.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import { speakEnglish } from '../../english.ts';
import { check, PAGE_MEDIA, RULES } from './panel-bed.ts';

beforeAll(speakEnglish);

/** Of an image that nobody pointed at, whose file nothing vouches for. */
const UNSENT = {
  state: 'failed',
  media: { ...PAGE_MEDIA, isAutomatic: true },
  error: { code: 'needs-answer' },
} as const;

/** The same of one that somebody pointed at, who did not answer. */
const UNANSWERED = { ...UNSENT, media: PAGE_MEDIA } as const;

const SENTENCE = expect.stringMatching(/\.$/);

describe('a row of a list', () => {
  const row = (change: Partial<CheckRecord>) => {
    const { words, tone, more } = composeCheckRow(check(change), RULES.band, true);
    return [tone, words, more];
  };

  it.each([
    ['a check that begins', { state: 'queued' }, ['quiet', 'Starting…', undefined]],
    ['one that was cancelled', { state: 'cancelled' }, ['no-verdict', 'Cancelled', undefined]],
    ['one that failed', { state: 'failed', error: { code: 'media-gone' } }, ['failed', 'Not checked', SENTENCE]],
    [
      'one without an account',
      { unjudged: { code: 'not-signed-in' } },
      ['local', 'Sign in to get a verdict', undefined],
    ],
    ['one that nobody answered', UNANSWERED, ['failed', 'Not checked', SENTENCE]],
    ['one that waits for a click', UNSENT, ['no-verdict', 'Not sent automatically', undefined]],
  ] as const)('says quietly what is no failure: %s', (_, change, expected) => {
    expect(row(change)).toEqual(expected);
  });
});

describe('an image that waits for a click', () => {
  it('says so in the panel and the results, quietly, and is checked by one button', () => {
    const { headline, lines, buttons } = composePanelView(check(UNSENT), RULES);
    expect(headline).toEqual({ words: 'Not sent automatically', tone: 'no-verdict' });
    expect(lines).toEqual([]);
    expect(buttons).toEqual([{ words: 'Check', action: 'retry' }]);
    const build = { version: '0.1.0', browser: 'Chrome 150' };
    const result = composeResultView(check(UNSENT), { band: RULES.band, build });
    expect([result.headline, result.outcome]).toEqual([headline, []]);
  });
});
