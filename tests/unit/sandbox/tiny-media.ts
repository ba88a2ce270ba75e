/** The first bytes of each format, which is all the sandbox asks for; none of these can be shown. */
export const TINY_MEDIA = {
  jpeg: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x04, 0x4a, 0x46, 0xff, 0xd9]),
  png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  webp: Buffer.from('RIFF\x04\0\0\0WEBP', 'latin1'),
  gif: Buffer.from('GIF89a', 'latin1'),
  mp4: Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isommp41', 'latin1'),
  mov: Buffer.from('\0\0\0\x14ftypqt  \0\0\x02\0qt  ', 'latin1'),
  avi: Buffer.from('RIFF\x04\0\0\0AVI ', 'latin1'),
  avif: Buffer.from('\0\0\0\x18ftypavif\0\0\0\0avifmif1', 'latin1'),
  webm: Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x01, 0x00, 0x00, 0x00]),
} as const;
