import { describe, expect, it } from 'vitest';
import { manifestOf } from './builds.ts';
import expectedChrome from './expected/manifest-chrome.json' with { type: 'json' };
import expectedFirefox from './expected/manifest-firefox.json' with { type: 'json' };

describe('the manifest', () => {
  it.each([
    ['chrome-mv3', expectedChrome],
    ['firefox-mv3', expectedFirefox],
  ] as const)('of %s is the one that was agreed on', (build, expected) => {
    expect(manifestOf(build)).toEqual(expected);
  });

  it.each(['chrome-mv3', 'firefox-mv3'] as const)('of %s lets nothing into a page by itself', (build) => {
    const manifest = manifestOf(build);
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest.host_permissions).toEqual(['https://enterprise.bitmind.ai/*']);
  });
});
