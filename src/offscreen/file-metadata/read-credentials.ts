import type { Credentials } from '../../core/media/file-metadata.ts';
import { credentialsOf } from './credentials-of.ts';

/** The engine for Content Credentials, and what it is told. */
export interface CredentialEngine {
  /** Gives the manifest store of a file as JSON; rejects where there is none that can be read. `type` is its MIME type. */
  readonly manifestStore: (file: Blob, type: string, settings: string) => Promise<string>;
  /** PEM text: the trust list, and what an administrator adds. */
  readonly anchors: string;
  /** Credentials that are kept elsewhere may be fetched. */
  readonly fetchesRemote: boolean;
}

/** Content Credentials as the engine found them. */
export interface CredentialsRead {
  readonly credentials: Credentials;
  /** The manifest store as JSON. */
  readonly manifest?: string;
}

/** A longer manifest store is not kept to be shown. Characters. */
const MAX_MANIFEST = 300_000;

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
    const manifest = await engine.manifestStore(file, type, JSON.stringify(settings));
    return { credentials: credentialsOf(manifest), ...(manifest.length <= MAX_MANIFEST && { manifest }) };
  } catch (error) {
    // The engine throws plain errors whose text names its own kind of error.
    const told = String(error);
    if (told.includes('could not parse configuration')) throw error; // Our own fault, and no word on the file.
    const remote = /RemoteManifest\w*\("?(https?:\/\/[^")\s]+)/.exec(told)?.[1];
    if (remote !== undefined) return { credentials: { state: 'remote', host: URL.parse(remote)?.host ?? '' } };
    return { credentials: { state: 'broken', problems: ['other'] } };
  }
}

/** The certificates in PEM text, and nothing else of it: one that is damaged would make the engine forget all others. */
function certificatesIn(pem: string): string {
  return (pem.match(/-----BEGIN CERTIFICATE-----[A-Za-z\d+/=\s]+-----END CERTIFICATE-----/g) ?? []).join('\n');
}
