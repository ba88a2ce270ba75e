import { imageDimensionsFromData } from 'image-dimensions';
import type { Size } from '../../../src/core/media/page-media.ts';
import { decodePng } from '../../fixtures/decode-png.ts';
import { encodePng } from '../../fixtures/encode-png.ts';
import { type Picture, paintPicture } from '../../fixtures/picture.ts';

/** What a browser makes of an image's bytes: here its size, and of a PNG its pixels. */
interface Decoded extends Size {
  readonly picture?: Picture | undefined;
  close(): void;
}

/** Decodes an image. */
export async function createImageBitmap(image: Blob): Promise<Decoded> {
  const bytes = await image.bytes();
  const size = imageDimensionsFromData(bytes);
  if (!size) throw new DOMException('The source image could not be decoded.', 'InvalidStateError');
  const { width, height } = size;
  return { width, height, picture: decodePng(Buffer.from(bytes)), close: () => undefined };
}

/**
 * A canvas that looks like a picture, whatever was drawn on it: no two pixels beside each other are alike. As a PNG it has the pixels of
 * the part of a PNG that was drawn last; in the other formats its size alone.
 */
export class OffscreenCanvas {
  readonly width: number;
  readonly height: number;
  #drawn: Picture | undefined;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }

  getContext() {
    const getImageData = (_left: number, _top: number, width: number, height: number) => ({
      data: Uint8ClampedArray.from({ length: width * height * 4 }, (_, index) => (index * 31) % 256),
    });
    const drawImage = ({ picture }: Decoded, left: number, top: number, ...size: readonly number[]) => {
      const [width, height, , , across, down] = size;
      const isPart = picture && width && height && across && down;
      this.#drawn = isPart ? partOf(picture, { left, top, width, height }, { width: across, height: down }) : undefined;
    };
    return { drawImage, getImageData, fillRect: () => undefined };
  }

  async convertToBlob({ type }: { readonly type: string }): Promise<Blob> {
    if (type === 'image/png' && this.#drawn) return new Blob([encodePng(this.#drawn)], { type });
    return new Blob([type === 'image/jpeg' ? jpegHead(this) : type === 'image/webp' ? webpHead(this) : 'a picture'], {
      type,
    });
  }
}

/** A part of a picture, in a size of its own: of each pixel that is left out its neighbour is taken. */
function partOf(
  { width: rowPixels, pixels }: Picture,
  { left, top, width, height }: Size & { readonly left: number; readonly top: number },
  size: Size,
): Picture {
  return paintPicture(size.width, size.height, (x, y) => {
    const at = ((top + Math.floor(y * height)) * rowPixels + left + Math.floor(x * width)) * 3;
    return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
  });
}

/** SOI, then the header of a frame of one component (ITU-T T.81, section B.2.2), then EOI. */
function jpegHead({ width, height }: Size): Buffer<ArrayBuffer> {
  const head = Buffer.from('ffd8ffc0000b080000000001011100ffd9', 'hex');
  head.writeUInt16BE(height, 7);
  head.writeUInt16BE(width, 9);
  return Buffer.from(head);
}

/** The container and its `VP8X` chunk (RFC 9649, section 2.7). */
function webpHead({ width, height }: Size): Buffer<ArrayBuffer> {
  const head = Buffer.from('RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0', 'latin1');
  head.writeUIntLE(width - 1, 24, 3);
  head.writeUIntLE(height - 1, 27, 3);
  return Buffer.from(head);
}
