import { beforeAll, describe, expect, it } from 'vitest';
import { ERROR_CATALOGUE } from '../../../../src/core/errors/error-catalogue.ts';
import type { ErrorCode, ErrorData } from '../../../../src/core/errors/error-data.ts';
import { errorWords } from '../../../../src/core/words/error-sentence.ts';
import { ERROR_EXAMPLES } from '../../../fixtures/error-examples.ts';
import { speakEnglish } from '../../english.ts';

beforeAll(speakEnglish);

describe('every error', () => {
  it.each(Object.values(ERROR_EXAMPLES).flat())('$code has a whole sentence and says what to do', (error) => {
    const { sentence } = errorWords(error);
    expect(sentence).toMatch(/^[A-Z“].+[.]$/);
    expect(sentence).not.toContain('$');
    expect(sentence.length).toBeGreaterThan(30);
  });

  it('is in the catalogue', () => {
    expect(Object.keys(ERROR_CATALOGUE).sort()).toEqual(Object.keys(ERROR_EXAMPLES).sort());
  });

  it('of a code from another version reads as a fault of this software', () => {
    const stored: ErrorData = JSON.parse('{"code":"from-the-future"}');
    expect(errorWords(stored).sentence).toBe(errorWords({ code: 'unexpected' }).sentence);
  });
});

describe('where no service answers as one', () => {
  it.each<ErrorCode>([
    'service-unreachable',
    'service-timeout',
    'service-redirected',
    'not-bitmind',
    'bad-service-address',
  ])('%s names the field to look at', (code) => {
    for (const error of ERROR_EXAMPLES[code]) expect(errorWords(error).sentence).toContain('“Service address”');
  });
});

/** What no video ends with: its file is looked at as a video's, and what is given as a file is a video by its bytes. */
const OF_IMAGES: readonly ErrorCode[] = [
  'not-a-picture',
  'blank-picture',
  'other-picture',
  'damaged-picture',
  'format-unsupported',
  'costly-picture',
  'drawing',
  'not-loaded',
  'nothing-found',
  'file-unusable',
];

describe('a video', () => {
  const errors = Object.values(ERROR_EXAMPLES)
    .flat()
    .filter(({ code }) => !OF_IMAGES.includes(code));
  it.each(errors)('is called no image by $code', (error) => {
    for (const offersScreen of [true, false])
      expect(errorWords(error, { offersScreen }).sentence).not.toMatch(/\b(this|the) (image(?! or video)|picture)/i);
  });
});

describe('all sites', () => {
  it.each(Object.values(ERROR_EXAMPLES).flat())('are offered by $code only where it speaks of them', (error) => {
    const { sentence, actions } = errorWords(error);
    expect(actions.includes('allow-all-sites')).toBe(/allow all sites/i.test(sentence));
  });
});

describe('the screen', () => {
  it.each(Object.values(ERROR_EXAMPLES).flat())('is spoken of by $code only where its button is offered', (error) => {
    expect(errorWords(error).sentence).not.toMatch(/check a screenshot/i);
    const { sentence, actions } = errorWords(error, { offersScreen: true });
    if (/check a screenshot/i.test(sentence)) expect(actions).toContain('use-screen');
  });
});
