// @module-tag ffmpeg
import { afterEach, expect, it, vi } from 'vitest';
import type { FileMetadataRead } from '../../../../src/core/media/file-metadata.ts';
import { startFileMetadataWorker } from '../../../../src/offscreen/file-metadata/metadata-worker.ts';
import { BytesBlob, loadC2paInNode } from '../../../fixtures/c2pa/c2pa-in-node.ts';
import { makeSignedFiles, type SignedName } from '../../../fixtures/c2pa/signed-files.ts';

vi.mock(import('@contentauth/c2pa-wasm'), async (original) => {
  const engine = await original();
  return { ...engine, default: Object.assign(async () => Reflect.get(engine, 'wasm'), engine.default) };
});

afterEach(() => vi.unstubAllGlobals());

/** What the worker says of a file, and whom it asked for something. */
async function readInWorker(name: SignedName, fetchesFrom?: string) {
  loadC2paInNode();
  const file = (await makeSignedFiles()).files.get(name);
  const asked: string[] = [];
  const answered = Promise.withResolvers<FileMetadataRead>();
  vi.stubGlobal('fetch', async (input: RequestInfo | URL) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.startsWith('http')) asked.push(url);
    return Object.defineProperty(new Response('', { status: 404 }), 'url', { value: url });
  });
  vi.stubGlobal('postMessage', answered.resolve);
  vi.stubGlobal('reportError', answered.reject);
  vi.stubGlobal('onmessage', undefined);
  startFileMetadataWorker();
  const receive: unknown = globalThis.onmessage;
  if (typeof receive !== 'function') throw new Error('the worker hears nothing');
  const request = { file: new BytesBlob(file?.bytes ?? Buffer.alloc(0)), moreAnchors: '', fetchesFrom };
  receive(new MessageEvent('message', { data: request }));
  return { asked, read: await answered.promise };
}

it('asks nobody who vouches for an identity that a file names', async () => {
  const { asked, read } = await readInWorker('identity to be asked for');
  expect(read.fileMetadata).toMatchObject({ credentials: { state: 'unlisted' } });
  expect(asked).toEqual([]);
});

it.each([
  [undefined, []],
  ['other.example', []],
  ['manifests.example', ['https://manifests.example/a.c2pa']],
])('asks the place of credentials that are kept elsewhere where it may: with %s, %j', async (host, expected) => {
  const { asked, read } = await readInWorker('kept elsewhere', host);
  expect(read.fileMetadata).toMatchObject({ credentials: { state: 'remote', host: 'manifests.example' } });
  expect(asked).toEqual(expected);
});
