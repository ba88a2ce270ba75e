import { beforeAll, expect, it } from 'vitest';
import { translate } from '../../../../src/core/i18n.ts';
import { errorWords } from '../../../../src/core/words/error-sentence.ts';
import { byForm } from '../../../../src/pages/account/by-form.ts';
import { wrongFields } from '../../../../src/pages/account/wrong-fields.ts';
import { ERROR_EXAMPLES } from '../../../fixtures/error-examples.ts';
import { speakEnglish } from '../../english.ts';

beforeAll(speakEnglish);

const marking = Object.values(ERROR_EXAMPLES)
  .flat()
  .filter((error) => wrongFields(error).length > 0);

it('marks fields for the errors of what is in them', () => {
  expect([...new Set(marking.map(({ code }) => code))].sort()).toEqual([
    'bad-service-address',
    'not-bitmind',
    'not-permitted',
    'service-redirected',
    'sign-in-refused',
    'standard-api-key',
    'unusable-credential',
  ]);
});

it.each(marking)('$code marks the fields its sentence names, and no others', (error) => {
  const { sentence } = errorWords(error, { textHere: byForm });
  const names = ['clientId', 'clientSecret', 'certificate', 'apiKey', 'serviceAddress'] as const;
  expect(wrongFields(error)).toEqual(names.filter((name) => sentence.includes(`“${translate(name)}”`)));
});
