/** Image types the API takes. `image/jpg` is not a registered type and is not among them. */
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

/** Video types the API takes (MP4, AVI, MOV); AVI never got a registered type, so its three usual ones are here. */
export const VIDEO_TYPES = ['video/mp4', 'video/quicktime', 'video/x-msvideo', 'video/msvideo', 'video/avi'] as const;

/** How many bytes from the start are enough to tell a format. */
export const SNIFF_BYTES = 64;

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG_SIGNATURE = Buffer.from([0xff, 0xd8, 0xff]);
/** ISO media brands that are pictures, not films. */
const STILL_BRANDS = new Set(['avif', 'heic', 'heix', 'mif1']);

/** The image type the bytes really are; undefined for anything else. */
export function sniffImage(bytes: Buffer): ImageType | undefined {
  if (bytes.subarray(0, JPEG_SIGNATURE.length).equals(JPEG_SIGNATURE)) {
    return 'image/jpeg';
  }
  if (bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) {
    return 'image/png';
  }
  return ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP' ? 'image/webp' : undefined;
}

/** Whether the bytes really are the declared video type. MP4 and MOV are one container family and not told apart. */
export function isDeclaredVideo(bytes: Buffer, type: string): boolean {
  if (type === 'video/mp4' || type === 'video/quicktime') {
    return ascii(bytes, 4, 8) === 'ftyp' && !STILL_BRANDS.has(ascii(bytes, 8, 12));
  }
  return ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'AVI ';
}

function ascii(bytes: Buffer, start: number, end: number): string {
  return bytes.toString('latin1', start, end);
}
