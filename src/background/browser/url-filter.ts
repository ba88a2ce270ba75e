import type { Browser } from '../../core/browser/browser.ts';

/** What of a rule's condition says which addresses it meets. */
type UrlCondition = Pick<
  Browser.declarativeNetRequest.RuleCondition,
  'isUrlFilterCaseSensitive' | 'regexFilter' | 'urlFilter'
>;

/**
 * In a `urlFilter` these stand for other characters, with nothing to escape them by; nothing else does between two anchors. A rule
 * that meets more than it should is none: what cannot be said is undefined here.
 */
const WILDCARD = /[*^]/;

/** Longest address that a regular expression is made of; longer ones match nothing in Firefox, which does not tell. Characters. */
const MAX_REGEX_LENGTH = 8_000;

/** Meets this one address, in its very letters. */
export function exactly(url: string): UrlCondition | undefined {
  if (!WILDCARD.test(url)) return { urlFilter: `|${url}|`, isUrlFilterCaseSensitive: true };
  if (url.length > MAX_REGEX_LENGTH) return undefined;
  return { regexFilter: `^${url.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`, isUrlFilterCaseSensitive: true };
}

/** Meets all addresses of an origin, from their first character on: `https://cdn.example@router/` is of another. */
export function ofOrigin(origin: string): UrlCondition | undefined {
  return WILDCARD.test(origin) ? undefined : { urlFilter: `|${origin}/` };
}
