import { describe, expect, it } from 'vitest';
import { filesOf, manifestOf, readBuilt } from './builds.ts';

const BUILDS = ['chrome-mv3', 'firefox-mv3'] as const;
const PAGES = BUILDS.flatMap((build) =>
  filesOf(build)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ build, file })),
);

/** What the policy of the extension's own pages allows, by directive. */
function policyOf(build: (typeof BUILDS)[number]): Record<string, string[]> {
  const { content_security_policy: policies } = manifestOf(build);
  const text = Object(policies).extension_pages;
  if (typeof text !== 'string') throw new Error('the manifest has no policy');
  return Object.fromEntries(
    text
      .split(';')
      .map((one) => one.trim().split(/\s+/))
      .map(([name, ...rest]) => [name, rest]),
  );
}

describe.each(BUILDS)('the policy of the pages of %s', (build) => {
  it('allows nothing that it does not name', () => {
    expect(policyOf(build)['default-src']).toEqual(["'none'"]);
    for (const closed of ['form-action', 'frame-ancestors', 'base-uri'])
      expect(policyOf(build)[closed]).toEqual(["'none'"]);
  });

  it('lets in scripts and styles of the extension alone, and none that stand in a page', () => {
    expect(policyOf(build)['script-src']).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(policyOf(build)['style-src']).toEqual(["'self'"]);
    expect(policyOf(build)['img-src']).toEqual(["'self'", 'blob:']);
  });
});

it('a drawing can reach nothing: its page has no origin, no API and no network', () => {
  const { content_security_policy: policies } = manifestOf('chrome-mv3');
  expect(Object(policies).sandbox).toMatch(
    /^sandbox allow-scripts; default-src 'none'; script-src 'self'; img-src blob:;/,
  );
});

describe.each(PAGES)('$file of $build', ({ build, file }) => {
  const html = readBuilt(build, file).toString();

  it('has no script, style or handler of an event in it', () => {
    expect(html.match(/<script\b(?![^>]*\bsrc=)[^>]*>/g)).toBeNull();
    expect(html.match(/<style\b|\sstyle=|\son\w+=/g)).toBeNull();
  });

  it('loads nothing from elsewhere', () => {
    const addresses = [...html.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
    expect(addresses.filter((address) => !/^\/[^/]/.test(address))).toEqual([]);
    expect(addresses.length).toBeGreaterThan(0);
  });
});
