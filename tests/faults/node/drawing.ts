import { imageDimensionsFromData } from 'image-dimensions';

/** What a browser makes of an image's bytes: here its size alone. */
export async function createImageBitmap(image: Blob): Promise<{ width: number; height: number; close(): void }> {
  const size = imageDimensionsFromData(await image.bytes());
  if (!size) throw new DOMException('The source image could not be decoded.', 'InvalidStateError');
  return { width: size.width, height: size.height, close: () => undefined };
}

/** A canvas that looks like a picture, whatever was drawn on it: no two pixels beside each other are alike. */
export class OffscreenCanvas {
  readonly width: number;
  readonly height: number;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }

  getContext() {
    const getImageData = (_left: number, _top: number, width: number, height: number) => ({
      data: Uint8ClampedArray.from({ length: width * height * 4 }, (_, index) => (index * 31) % 256),
    });
    return { fillRect: () => undefined, drawImage: () => undefined, getImageData };
  }

  async convertToBlob({ type }: { readonly type: string }): Promise<Blob> {
    return new Blob(['a picture'], { type });
  }
}
