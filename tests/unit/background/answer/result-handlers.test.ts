import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { resultHandlers } from '../../../../src/background/answer/result-handlers.ts';
import { createCheckContext } from '../../../../src/background/check/check-context.ts';
import { createCheckDesk } from '../../../../src/background/check/check-desk.ts';
import { aCheck } from '../../../a-check.ts';
import { SOME_FILE_METADATA } from '../../../some-file-metadata.ts';
import { speakEnglish } from '../../english.ts';
import { useFreshDatabase } from '../store/fresh-database.ts';

beforeAll(speakEnglish);

beforeEach(() => {
  fakeBrowser.reset();
  useFreshDatabase();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ manifest_version: 3, name: '', version: '1.2.3' });
});

it('a result has a place for what its file says before that is read', async () => {
  const context = createCheckContext(fetch, () => 1);
  const { getResult } = resultHandlers(context, createCheckDesk(context));
  const fileSays = async () => (await getResult({ checkId: 'a' }, { kind: 'extension-page' }))?.fileSays;
  const check = aCheck('a', 1, { verdict: { isAi: true }, read: {} });
  await context.history.put(check);
  expect(await fileSays()).toBeUndefined();
  context.store.put({ ...check, isReadingFile: true });
  const before = await fileSays();
  expect(before?.lines.map(({ words }) => words)).toEqual(['Reading the image…']);
  await context.history.put({ ...check, fileMetadata: SOME_FILE_METADATA });
  const after = await fileSays();
  expect(after?.title).toBe(before?.title);
  expect(after?.lines).not.toEqual(before?.lines);
});
