import type { CredentialProblem } from '../../core/media/file-metadata.ts';

/** Says that the signer leads to no anchor, and nothing worse. */
export const UNTRUSTED = 'signingCredential.untrusted';

/** Every status of an identity assertion begins so (CAWG 1.2, section 7). */
const OF_IDENTITY = /^cawg\./;

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

/** Whether a status is about an identity alone: whether the file is what was signed does not hang on that. */
export function isOfIdentity(code: string): boolean {
  return OF_IDENTITY.test(code);
}

/** Whether a failure says that something was changed. Who signed, or who made it, may be unknown without that. */
export function isProblem(code: string): boolean {
  return code !== UNTRUSTED && !isOfIdentity(code);
}
