import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as document from '../../../../src/background/offscreen-link/in-document.ts';
import { readFileMetadata } from '../../../../src/background/read/read-metadata.ts';
import { createRemembered } from '../../../../src/background/read/remembered.ts';
import { rememberAgreed } from '../../../../src/background/store/agreed.ts';
import type { DocumentWork, FileMetadataRequest } from '../../../../src/core/protocol/document-work.ts';
import { changeSettings } from '../../../../src/pages/options/use-settings.ts';
import { tinyJpeg } from '../../tiny-images.ts';
import { freshBrowser } from '../service/sign-in.ts';

beforeEach(() => {
  vi.restoreAllMocks();
  freshBrowser();
  fakeBrowser.reset();
});

/** Whether the place that a file names is asked for its credentials. */
async function isAsked(host: string, isPrivate = false): Promise<boolean> {
  const requests: FileMetadataRequest[] = [];
  const work: Pick<DocumentWork, 'readFileMetadata'> = {
    async readFileMetadata(request) {
      requests.push(request);
      return { fileMetadata: { credentials: { state: 'remote', host }, notes: [], facts: {} } };
    },
  };
  vi.spyOn(document, 'inDocument').mockReturnValue(work as DocumentWork);
  await readFileMetadata(createRemembered<string>(), { id: 'a', isPrivate }, tinyJpeg());
  expect(requests[0]?.fetchesRemote).toBe(false);
  return requests.some(({ fetchesRemote }) => fetchesRemote);
}

it('looks for Content Credentials elsewhere where the user has said so, and in no private network without a yes', async () => {
  expect(await isAsked('cdn.example')).toBe(false);
  await changeSettings({ fetchesRemoteCredentials: true });
  expect(await isAsked('cdn.example')).toBe(true);
  expect(await isAsked('cdn.example', true)).toBe(false);
  for (const host of ['192.168.1.1:8080', 'router', '[::1]', 'nas.local']) expect(await isAsked(host)).toBe(false);
  await rememberAgreed(['private-network'], 'nas.local', 'until-closed');
  expect([await isAsked('nas.local'), await isAsked('router')]).toEqual([true, false]);
  await changeSettings({ asksForPrivate: false });
  expect(await isAsked('router')).toBe(true);
});
