import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile } from '../../core/check/media-reference.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { readPolicy } from '../../core/store/policy.ts';

/** Throws when an administrator does not allow this check: before anything is read, asked or sent. */
export async function admitCheck({ media, fromScreen }: CheckRecord): Promise<void> {
  const policy = await readPolicy();
  if (!isLocalFile(media) && !isSiteAllowed(policy, media.pageUrl, media.url))
    throw new AppError({ code: 'site-blocked' });
  // No panel offers it then; this holds against one that was drawn before the policy came.
  if (fromScreen && policy.disableScreenCapture) throw new AppError({ code: 'capture-disabled' });
}

/** The sites an administrator allows or blocks: host names (with all their subdomains) or match patterns. */
export interface SiteRules {
  readonly allowedSites?: readonly string[] | undefined;
  readonly blockedSites?: readonly string[] | undefined;
}

/**
 * Whether a check of media at `mediaUrl` in the page `pageUrl` is allowed. The page has to be on the list of allowed
 * sites, where there is one; neither page nor media may be on a blocked one, and blocking wins.
 */
export function isSiteAllowed(rules: SiteRules, pageUrl: string, mediaUrl = pageUrl): boolean {
  const { allowedSites = [], blockedSites = [] } = rules;
  const isBlocked = blockedSites.some((site) => isOnSite(site, pageUrl) || isOnSite(site, mediaUrl));
  return !isBlocked && (allowedSites.length === 0 || allowedSites.some((site) => isOnSite(site, pageUrl)));
}

const MATCH_PATTERN = /^(\*|https?|file):\/\/([^/]*)(\/.*)$/;

function isOnSite(site: string, address: string): boolean {
  const url = URL.parse(address);
  if (!url) return false;
  const pattern = MATCH_PATTERN.exec(site.trim());
  if (!pattern) return isOnHost(`*.${site.trim()}`, url);
  const [, scheme = '', host = '', path = ''] = pattern;
  const isScheme = scheme === '*' ? /^https?:$/.test(url.protocol) : url.protocol === `${scheme}:`;
  return isScheme && isOnHost(host, url) && glob(path).test(url.pathname + url.search);
}

/** `*` is every host, `*.example.com` is example.com and its subdomains; a port counts where it is written. */
function isOnHost(pattern: string, { hostname, host }: URL): boolean {
  if (pattern === '*') return true;
  const name = pattern.replace(/^(\*\.)+/, '').toLowerCase();
  const actual = /:\d+$/.test(name) ? host : hostname;
  return name !== '' && (actual === name || (pattern.startsWith('*.') && actual.endsWith(`.${name}`)));
}

function glob(path: string): RegExp {
  return new RegExp(
    `^${path
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\/]/g, '\\$&'))
      .join('.*')}$`,
  );
}
