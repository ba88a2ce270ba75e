import { readFileSync } from 'node:fs';

/** The smallest JPEG that decoders take: one grey pixel, written by hand after ITU-T T.81. */
const TINY_JPEG = Buffer.from(
  'ffd8ffdb004300' +
    '01'.repeat(64) +
    'ffc0000b080001000101011100ffc40014000100000000000000000000000000000000ffc40014100100000000000000000000000000000000ffda0008010100003f007fffd9',
  'hex',
);

/** A JPEG of some 170 bytes. */
export function tinyJpeg(): Blob {
  return new Blob([TINY_JPEG], { type: 'image/jpeg' });
}

/** The extension's own icon: a PNG. */
export function smallPng(): Blob {
  return new Blob([readFileSync(new URL('../../public/icon/32.png', import.meta.url))], { type: 'image/png' });
}
