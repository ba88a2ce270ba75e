import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageDimensionsFromData } from 'image-dimensions';
import { describe, expect, it } from 'vitest';
import { manifestOf } from './builds.ts';
import { ROOT } from './source-files.ts';

const BUILDS = ['chrome-mv3', 'firefox-mv3'] as const;
const KINDS = ['permissions', 'optional_permissions', 'host_permissions', 'optional_host_permissions'] as const;
const namesIn = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
const read = (file: string) => readFileSync(join(ROOT, 'docs/store', file), 'utf8');

describe('the store material', () => {
  it('justifies each permission of the manifests, and no other', () => {
    const asked = BUILDS.map(manifestOf).flatMap((manifest) => KINDS.flatMap((kind) => namesIn(manifest[kind])));
    const justified = [...read('permissions.md').matchAll(/^### `(.+)`\n\n\S/gm)].map(([, name]) => name);
    expect(justified.sort()).toEqual([...new Set(asked)].sort());
  });

  it("names what Firefox's manifest declares to collect", () => {
    const { browser_specific_settings } = manifestOf('firefox-mv3');
    const declared = ['websiteContent', 'authenticationInfo'];
    expect(browser_specific_settings).toMatchObject({ gecko: { data_collection_permissions: { required: declared } } });
    for (const name of declared) expect(read('privacy.md')).toContain(`\`${name}\``);
  });

  it('has screenshots of the size that stores take', () => {
    const files = globSync('docs/store/screenshots/*.jpg', { cwd: ROOT });
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const file of files) {
      expect(imageDimensionsFromData(readFileSync(join(ROOT, file))), file).toMatchObject({ width: 1280, height: 800 });
    }
  });
});
