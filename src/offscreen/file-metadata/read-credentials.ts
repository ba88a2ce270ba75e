import type { Credentials, WholeCredentials } from '../../core/media/file-metadata.ts';
import { SNIFF_BYTES, sniff } from '../../core/media/sniff.ts';
import { credentialsOf } from './credentials-of.ts';

/** The engine for Content Credentials, and what it is told. */
export interface CredentialEngine {
  /** Reads the manifest store of a file; rejects where there is none that can be read. `type` is its MIME type. */
  readonly manifestStore: (file: Blob, type: string, settings: string) => Promise<EngineRead>;
  /** PEM text: the trust list, and what an administrator adds. */
  readonly anchors: string;
  /** Credentials that are kept elsewhere may be fetched. */
  readonly fetchesRemote: boolean;
}

/** A manifest store. */
export interface EngineRead {
  readonly json: string;
  /** The bytes of something in it; throws where there is none. */
  readonly resource: (uri: string) => Uint8Array<ArrayBuffer>;
}

/** Content Credentials as the engine found them. */
export interface CredentialsRead {
  readonly credentials: Credentials;
  readonly whole?: WholeCredentials;
}

/** A longer manifest store is not kept to be shown. Characters. */
const MAX_JSON = 1_000_000;

/** A larger picture in it is not shown. Bytes. */
const MAX_PICTURE_BYTES = 1_000_000;

/** What may be a picture in it: formats that browsers decode within known bounds. */
const PICTURE_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/**
 * Reads and checks Content Credentials by the rules of the C2PA specification, as c2pa-rs holds them: signature, hashes, time
 * stamps, certificates. Revocation is known from what the file brings along; nobody is asked about a certificate, since that
 * would tell who looks at what.
 */
export async function readCredentials(file: Blob, type: string, engine: CredentialEngine): Promise<CredentialsRead> {
  const anchors = certificatesIn(engine.anchors);
  const settings = {
    ...(anchors !== '' && { trust: { trust_anchors: anchors } }),
    verify: { verify_trust: true, ocsp_fetch: false, remote_manifest_fetch: engine.fetchesRemote },
  };
  try {
    const { json, resource } = await engine.manifestStore(file, type, JSON.stringify(settings));
    const { credentials, pictureUris } = credentialsOf(json);
    if (json.length > MAX_JSON) return { credentials };
    return { credentials, whole: { json, pictures: pictureUris.map((uri) => pictureAt(resource, uri)) } };
  } catch (error) {
    // The engine throws plain errors whose text names its own kind of error.
    const told = String(error);
    if (told.includes('could not parse configuration')) throw error; // Our own fault, and no word on the file.
    const remote = /RemoteManifest\w*\("?(https?:\/\/[^")\s]+)/.exec(told)?.[1];
    if (remote !== undefined) return { credentials: { state: 'remote', host: URL.parse(remote)?.host ?? '' } };
    return { credentials: { state: 'broken', problems: ['other'] } };
  }
}

/** A picture of a manifest store, as its own bytes say what it is. */
function pictureAt(resource: EngineRead['resource'], uri: string): Blob | undefined {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = resource(uri);
  } catch {
    return undefined; // Its credentials name one that they do not hold.
  }
  if (bytes.length > MAX_PICTURE_BYTES) return undefined;
  const { type = '' } = sniff(bytes.subarray(0, SNIFF_BYTES)) ?? {};
  return PICTURE_TYPES.includes(type) ? new Blob([bytes], { type }) : undefined;
}

/** The certificates in PEM text, and nothing else of it: one that is damaged would make the engine forget all others. */
function certificatesIn(pem: string): string {
  return (pem.match(/-----BEGIN CERTIFICATE-----[A-Za-z\d+/=\s]+-----END CERTIFICATE-----/g) ?? []).join('\n');
}
