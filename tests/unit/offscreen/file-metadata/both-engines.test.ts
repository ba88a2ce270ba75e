// @module-tag ffmpeg
import { BMFF, JPEG, PNG } from '@trustnxt/c2pa-ts/asset';
import { SuperBox } from '@trustnxt/c2pa-ts/jumbf';
import { ManifestStore, ValidationResult } from '@trustnxt/c2pa-ts/manifest';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFileMetadataInNode } from '../../../fixtures/c2pa/read-in-node.ts';
import { makeSignedFiles, type SignedFiles, type SignedName } from '../../../fixtures/c2pa/signed-files.ts';

// c2pa-ts is the other engine that could have been chosen (docs/architecture.md). Where it can read a file at all, both have to
// come to the same; where they do not, the table says why.

let signed: SignedFiles;
beforeAll(async () => {
  signed = await makeSignedFiles();
}, 120_000);

type Judgement = 'whole' | 'broken' | 'none' | 'cannot read';

async function byC2paTs(bytes: Uint8Array<ArrayBuffer>): Promise<Judgement> {
  const Asset = [JPEG, PNG, BMFF].find((format) => format.canRead(bytes));
  if (!Asset) return 'cannot read';
  const asset = new Asset(bytes);
  const jumbf = asset.getManifestJUMBF()?.slice();
  if (!jumbf) return 'none';
  try {
    const result = await ManifestStore.read(SuperBox.fromBuffer(jumbf)).validate(asset);
    return result.isValid ? 'whole' : 'broken';
  } catch (error) {
    return ValidationResult.fromError(error instanceof Error ? error : new Error(String(error))).isValid
      ? 'whole'
      : 'broken';
  }
}

async function byC2paRs(bytes: Uint8Array<ArrayBuffer>): Promise<Judgement> {
  const { fileMetadata } = await readFileMetadataInNode(bytes, signed.anchors);
  if ('unread' in fileMetadata) return 'cannot read';
  const { state } = fileMetadata.credentials;
  if (state === 'none' || state === 'remote') return 'none';
  return state === 'broken' ? 'broken' : 'whole';
}

describe('both engines', () => {
  const UNKNOWN_FORMAT = 'c2pa-ts 0.9 has no reader of this format';
  const SAME = 'the same';
  const STAMP = 'c2pa-ts 0.9 takes what is in sigTst2 for a whole TimeStampResp; the specification has its token there';
  const REDACTED =
    'c2pa-ts 0.9 looks for what was redacted by a hashed URI; the specification has its plain JUMBF URI there';
  const IDENTITY = 'the same; but c2pa-ts knows no identities, and takes theirs for any other assertion';
  const cases: readonly (readonly [SignedName, Judgement, Judgement, string])[] = [
    ['jpeg', 'whole', 'whole', SAME],
    ['png', 'whole', 'whole', SAME],
    ['avif', 'whole', 'whole', SAME],
    ['mp4', 'whole', 'cannot read', 'c2pa-ts takes the brands of HEIF alone, not those of videos'],
    ['mov', 'whole', 'cannot read', 'c2pa-ts takes the brands of HEIF alone, not those of videos'],
    ['webp', 'whole', 'cannot read', UNKNOWN_FORMAT],
    ['gif', 'whole', 'cannot read', UNKNOWN_FORMAT],
    ['tiff', 'whole', 'cannot read', UNKNOWN_FORMAT],
    ['svg', 'whole', 'cannot read', UNKNOWN_FORMAT],
    ['jpeg, stripped', 'none', 'none', SAME],
    ['unlisted signer', 'whole', 'whole', 'the same; but c2pa-ts has no trust list, and cannot tell a known signer'],
    ['expired certificate', 'broken', 'broken', SAME],
    ['other pixels', 'broken', 'broken', SAME],
    ['bytes appended', 'broken', 'broken', SAME],
    ['credentials of another picture', 'broken', 'broken', SAME],
    ['marker bytes appended', 'none', 'none', SAME],
    ['kept elsewhere', 'none', 'none', SAME],
    ['edited', 'whole', 'whole', SAME],
    ['time stamped', 'whole', 'broken', STAMP],
    ['time stamped, expired since', 'whole', 'broken', STAMP],
    ['revoked', 'broken', 'whole', 'c2pa-ts reads no answers of OCSP'],
    [
      'edited from what is broken',
      'whole',
      'whole',
      'the same: a broken ingredient does not break what was made of it',
    ],
    ['made of several, nothing redacted', 'whole', 'whole', SAME],
    ['made of several', 'whole', 'broken', REDACTED],
    ['made of several, other pixels', 'broken', 'broken', `the same; but ${REDACTED}`],
    ['identity of nobody known', 'whole', 'whole', IDENTITY],
    ['identity that is none', 'whole', 'whole', IDENTITY],
    ['identity to be asked for', 'whole', 'whole', IDENTITY],
  ];
  it.each(cases)('on "%s": c2pa-rs says %s, c2pa-ts %s: %s', async (name, rs, ts) => {
    const bytes = signed.files.get(name)?.bytes ?? Buffer.alloc(0);
    expect([await byC2paRs(bytes), await byC2paTs(bytes)]).toEqual([rs, ts]);
  });
});
