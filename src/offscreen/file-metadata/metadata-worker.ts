import loadEngine, { WasmReader } from '@contentauth/c2pa-wasm';
import type { FileMetadataRead } from '../../core/media/file-metadata.ts';
import type { FileMetadataRequest } from '../../core/protocol/document-work.ts';
import type { CredentialEngine } from './read-credentials.ts';
import { MAX_STORE_BYTES, readFileMetadata } from './read-file-metadata.ts';
import trustList from './trust-list/c2pa-trust-list.pem?raw';

/** The engine's binary (wxt.config.ts): 9 MB, which only files with Content Credentials need. */
const ENGINE = '/c2pa.wasm';

/**
 * Serves files, one after the other. Whoever asked ends the worker, and its memory goes with it: nothing that a file holds can
 * keep the browser busy for longer than is waited for.
 */
export function startFileMetadataWorker(): void {
  const { fetch } = globalThis;
  let fetchesFrom: string | undefined;
  // The engine asks whom a file names: for its credentials, and for who vouches for an identity (did:web). Nobody has said yes to
  // the second, nor to where the first may lead.
  globalThis.fetch = async (input, how) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.host !== fetchesFrom) throw new TypeError('nobody but the place of its credentials is asked about a file');
    return withLimit(
      await fetch(input, { ...how, redirect: 'error', credentials: 'omit', referrerPolicy: 'no-referrer' }),
    );
  };
  globalThis.onmessage = ({ data }: MessageEvent<FileMetadataRequest>) => {
    ({ fetchesFrom } = data);
    // A rejection is the worker's `error` for whoever asked.
    void answer(data, () => fetch(ENGINE)).then(
      (read) => postMessage(read),
      (error: unknown) => reportError(error),
    );
  };
}

/** An answer whose body fails where it goes on for longer than any manifest store: the engine takes all of it into memory. */
function withLimit(answer: Response): Response {
  if (!answer.body) return answer;
  let left = MAX_STORE_BYTES;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      left -= part.length;
      if (left < 0) controller.error(new Error('the answer is too long'));
      else controller.enqueue(part);
    },
  });
  const limited = new Response(answer.body.pipeThrough(counted), answer);
  return Object.defineProperty(limited, 'url', { value: answer.url }); // The engine wants it.
}

function answer(
  { file, moreAnchors, fetchesFrom }: FileMetadataRequest,
  fetchEngine: () => Promise<Response>,
): Promise<FileMetadataRead> {
  const anchors = [trustList, moreAnchors].join('\n');
  const manifestStore: CredentialEngine['manifestStore'] = async (media, type, settings) => {
    await loadEngine({ module_or_path: fetchEngine() });
    const reader = await WasmReader.fromBlob(type, media, settings);
    return { json: reader.json(), resource: (uri) => new Uint8Array(reader.resourceToBytes(uri)) };
  };
  return readFileMetadata(file, { manifestStore, anchors, fetchesRemote: fetchesFrom !== undefined });
}
