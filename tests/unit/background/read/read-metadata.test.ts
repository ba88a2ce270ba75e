import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as document from '../../../../src/background/offscreen-link/in-document.ts';
import { readFileMetadata } from '../../../../src/background/read/read-metadata.ts';
import { createRemembered } from '../../../../src/background/read/remembered.ts';
import { rememberAgreed } from '../../../../src/background/store/agreed.ts';
import * as policy from '../../../../src/background/store/policy.ts';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import type { WholeCredentials } from '../../../../src/core/media/file-metadata.ts';
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
  await readFileMetadata(createRemembered<WholeCredentials>(), { id: 'a', isPrivate }, tinyJpeg());
  expect(requests[0]).not.toHaveProperty('fetchesFrom');
  const asked = requests.flatMap(({ fetchesFrom }) => fetchesFrom ?? []);
  expect(asked.filter((other) => other !== host)).toEqual([]);
  return asked.length > 0;
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

it.each([
  ['cdn.example', false],
  ['https://*.example/credentials/*', false],
  ['http://cdn.example', false],
  ['cdn.example:8443', false],
  ['example', false],
  ['CDN.example.', false],
  ['<all_urls>', false],
  ['cdn.example:80', true],
  ['other.example', true],
  ['', true],
])('asks no place that an administrator blocks: with %j, cdn.example:8443: %s', async (blocked, isSo) => {
  await changeSettings({ fetchesRemoteCredentials: true, asksForPrivate: false });
  vi.spyOn(policy, 'readPolicy').mockResolvedValue({ blockedSites: [blocked] });
  expect(await isAsked('cdn.example:8443')).toBe(isSo);
});

it.each(['LOCALHOST.', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1:80', 'x.internal', 'nas.home.arpa', '[fe80::1]:80'])(
  'asks no private place without a yes: %s',
  async (host) => {
    await changeSettings({ fetchesRemoteCredentials: true });
    expect(await isAsked(host)).toBe(false);
  },
);

it('reads two files at a time, and the next when one of them fails', async () => {
  const reads: PromiseWithResolvers<undefined>[] = [];
  const work: Pick<DocumentWork, 'readFileMetadata'> = {
    readFileMetadata() {
      const read = Promise.withResolvers<undefined>();
      reads.push(read);
      return read.promise;
    },
  };
  vi.spyOn(document, 'inDocument').mockReturnValue(work as DocumentWork);
  const told = ['a', 'b', 'c'].map((id) =>
    readFileMetadata(createRemembered<WholeCredentials>(), { id, isPrivate: false }, tinyJpeg()),
  );
  await vi.waitFor(() => expect(reads).toHaveLength(2));
  reads[0]?.reject(new AppError({ code: 'media-unreadable' }));
  expect(await told[0]).toEqual({ unread: 'fault' });
  await vi.waitFor(() => expect(reads).toHaveLength(3));
  for (const read of reads) read.resolve(undefined);
  await Promise.all(told);
});
