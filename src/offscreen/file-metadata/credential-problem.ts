import type { CredentialProblem } from '../../core/media/file-metadata.ts';

/** By codes of C2PA (specification 2.2, section 15.2.2). */
const BY_CODE: readonly (readonly [RegExp, CredentialProblem])[] = [
  [/(dataHash|bmffHash|boxesHash|collectionHash)\.mismatch$/, 'content'],
  [/^claimSignature\./, 'signature'],
  [/hashedURI\.mismatch$|^assertion\.missing$/, 'part'],
  [/^signingCredential\.expired$/, 'expired'],
  [/revoked$/, 'revoked'],
  [/^signingCredential\./, 'certificate'],
];

/** What a code of C2PA says. */
export function credentialProblem(code: string): CredentialProblem {
  return BY_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';
}
