import { beforeEach, expect, it, vi } from 'vitest';
import { createCheckStore } from '../../../../src/background/check/check-store.ts';
import { disagreementOf, fileSaysBriefly } from '../../../../src/background/words/file-says-briefly.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import type { Credentials, FileMetadata, UnsignedNote } from '../../../../src/core/media/file-metadata.ts';
import { aCheck } from '../../../a-check.ts';
import { speakEnglish } from '../../english.ts';

beforeEach(speakEnglish);

const said = (credentials: Credentials, ...notes: UnsignedNote[]): FileMetadata => ({ credentials, notes, facts: {} });
const none: Credentials = { state: 'none' };
const iptc = (says: 'ai' | 'part-ai' | 'capture'): UnsignedNote => ({ kind: 'source', term: 'a', says });
const generator: UnsignedNote = { kind: 'generator', name: 'ComfyUI' };

const cases: readonly (readonly [FileMetadata, string | undefined, string | undefined])[] = [
  [{ unread: 'fault' }, undefined, undefined],
  [said(none), undefined, undefined],
  [said(none, iptc('capture')), undefined, undefined],
  [said({ state: 'valid' }), 'credentials', 'Content Credentials valid'],
  [said({ state: 'valid', says: 'ai' }), 'credentials', 'Content Credentials valid: made by AI'],
  [said({ state: 'valid', says: 'part-ai' }, generator), 'credentials', 'Content Credentials valid: AI was used'],
  [
    said({ state: 'valid', says: 'capture' }, generator),
    'credentials',
    'Content Credentials valid: taken with a camera · Noted as AI (generator)',
  ],
  [said({ state: 'unlisted', says: 'ai' }), 'unlisted-credentials', 'Content Credentials, unknown signer: made by AI'],
  [said({ state: 'broken', says: 'capture' }), 'broken-credentials', 'Content Credentials invalid'],
  [said({ state: 'remote', host: 'a.example' }), 'remote-credentials', 'Content Credentials online, not fetched'],
  [said(none, iptc('capture'), iptc('ai')), 'noted-as-ai', 'Noted as AI (IPTC)'],
  [said(none, iptc('part-ai')), 'noted-as-ai', 'Noted as partly AI (IPTC)'],
  [said(none, generator), 'noted-as-ai', 'Noted as AI (generator)'],
  [said(none, { kind: 'ai-system', name: 'A' }), 'noted-as-ai', 'Noted as AI (AI system)'],
  [said(none, { kind: 'aigc-label', level: '1' }), 'noted-as-ai', 'Labelled as AI (China)'],
  [said(none, { kind: 'aigc-label', level: '3' }), 'noted-as-ai', 'Labelled as possibly AI (China)'],
];

it.each(cases)('a file of %j is said to be %s', (fileMetadata, kind, words) => {
  const brief = kind === undefined ? undefined : { kind, words };
  expect(fileSaysBriefly(aCheck('a', 1, { fileMetadata }))).toEqual(brief);
});

it.each(cases)('of %j the same is said once its check has left for the history', async (fileMetadata, kind, words) => {
  const stored = new Map<string, CheckRecord>();
  const change = async (puts: readonly CheckRecord[]) => {
    for (const put of puts) stored.set(put.id, put);
  };
  const store = createCheckStore({ getAll: async () => [], change }, vi.fn(), Date.now);
  store.put(aCheck('a', 1, { verdict: { isAi: true }, fileMetadata }));
  store.keptInHistory('a');
  await store.stored();
  const lean = stored.get('a') ?? aCheck('b', 1);
  expect(lean).toMatchObject({ isLean: true });
  expect(lean).not.toHaveProperty('fileMetadata');
  expect(fileSaysBriefly(lean)).toEqual(kind === undefined ? undefined : { kind, words });
});

it.each([
  [{ note: 'generator' }, 'likely-not-ai', 'file-says-ai'],
  [{ credentials: 'valid', says: 'ai' }, 'likely-not-ai', 'file-says-ai'],
  [{ credentials: 'broken' }, 'likely-not-ai', undefined],
  [{ credentials: 'valid', says: 'capture' }, 'likely-ai', 'file-says-camera'],
  [{ credentials: 'unlisted', says: 'capture' }, 'likely-ai', undefined],
  [{ credentials: 'valid', says: 'ai' }, 'inconclusive', undefined],
  [undefined, 'likely-ai', undefined],
] as const)('of %j and “%s” it is said: %s', (brief, verdict, expected) => {
  expect(disagreementOf(brief, verdict)).toBe(expected);
});
