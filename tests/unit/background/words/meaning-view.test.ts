import { beforeAll, expect, it } from 'vitest';
import { meaningView } from '../../../../src/background/words/meaning-view.ts';
import { aCheck } from '../../../a-check.ts';
import { speakEnglish } from '../../english.ts';

beforeAll(speakEnglish);

it.each([
  ['an image anyone can see', {}, undefined, true],
  ['one of a private network, whose file can be saved', { url: 'http://192.168.1.7/a.jpg' }, undefined, true],
  ['one of a private window, of which no result is kept', { isPrivate: true }, undefined, false],
  ['a video', { kind: 'video' as const }, undefined, false],
  ['an image, where an administrator allows some services', {}, ['tineye'], true],
  ['an image, where an administrator allows no service', {}, [], false],
])('what a verdict means leads to the services elsewhere for %s', (_name, media, services, leads) => {
  const { meaning } = meaningView(aCheck('a', 0, { media }), 'likely-ai', services);
  expect(meaning?.buttons?.some(({ words }) => words === 'Look elsewhere')).toBe(leads);
});
