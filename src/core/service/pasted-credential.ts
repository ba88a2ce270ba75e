import { certificateBlocks, holdsPrivateKey } from './certificate-pem.ts';
import { unwrapped, withoutInvisible } from './pasted-text.ts';

/** A part of a credential that is one line of text. */
export type CredentialText = 'apiKey' | 'clientId' | 'clientSecret';

/** Why such a text cannot be used as it is. */
export type PastedProblem =
  /** It does not belong there, and nobody can tell what was meant. */
  | { readonly problem: 'character'; readonly character: string }
  /** `more`: there is more than the value, or something else: a name, another value. */
  | { readonly problem: 'space' | 'more' | 'private-key' };

/** Keys of the Enterprise API start so; others belong to BitMind's standard API and get 401 here. */
const ENTERPRISE_KEY_PREFIX = 'enterprise-';

/** The prefix with something before it, or not quite the prefix: nothing that a key of the standard API has. */
const PREFIX_ELSEWHERE = /.enterprise-|^(?!enterprise-)enterprise/iu;

/** Hyphens that pages and word processors write in place of the one on keyboards. Longer dashes may stand for two of them. */
const HYPHENS = /[\u2010-\u2012\u2212\uFE63\uFF0D]/g;

/**
 * What cannot belong to a value. Client ID and secret are ASCII with blanks (RFC 6749, appendix A). A key goes into a header
 * as one word; signs of the text around it, of an end that was left out or of what was hidden are none of it.
 */
const ALIEN: Readonly<Record<CredentialText, RegExp>> = {
  apiKey: /[^!-~]|["'`,;<>()[\]{}\\*]|\.$/u,
  clientId: /[^ -~]/u,
  clientSecret: /[^ -~]/u,
};

/** The name of a part of a credential, with its value behind it. */
const NAMED = /(?:client|api|access)[\s_-]?(?:id|secret|key|token)["'”]?\s*[:=]/i;

/** A value as it was meant, as far as that is certain: nothing that may belong to it is taken away. */
export function pastedCredential(field: CredentialText, text: string): string {
  const hyphened = withoutInvisible(text).replace(HYPHENS, '-');
  if (field !== 'apiKey') return unwrapped(hyphened);
  return unwrapped(hyphened.replace(/\bEnterprise-/, ENTERPRISE_KEY_PREFIX), isEnterpriseKey).replace(/[,;]+$/, '');
}

/** What is wrong with a value as `pastedCredential` gives it. */
export function pastedProblem(field: CredentialText, value: string): PastedProblem | undefined {
  if (holdsPrivateKey(certificateBlocks(value))) return { problem: 'private-key' };
  if (NAMED.test(value)) return { problem: 'more' };
  const [character] = ALIEN[field].exec(value) ?? [];
  if (character !== undefined) return /\s/.test(character) ? { problem: 'space' } : { problem: 'character', character };
  return field === 'apiKey' && PREFIX_ELSEWHERE.test(value) ? { problem: 'more' } : undefined;
}

/** Whether a key can belong to the Enterprise API at all. */
export function isEnterpriseKey(apiKey: string): boolean {
  return apiKey.startsWith(ENTERPRISE_KEY_PREFIX);
}
