/** How two pictures differ, as the browser decodes them. */
export interface Difference {
  /** Width and height of the first, and of the second. */
  readonly sizes: readonly [readonly [number, number], readonly [number, number]];
  /** Pixels that are not the same; the second is drawn at the size of the first. */
  readonly pixels: number;
  /** Mean difference of a channel, from 0 to 255. */
  readonly mean: number;
}

/** Compares two images of the page's own origin. Runs in the page. */
export async function comparePictures([first, second]: readonly [string, string]): Promise<Difference> {
  const load = async (address: string) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  };
  const [one, other] = await Promise.all([load(first), load(second)]);
  const [width, height] = [one.naturalWidth, one.naturalHeight];
  const pixelsOf = (image: HTMLImageElement) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width, height];
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, width, height);
    return context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
  };
  const [a, b] = [pixelsOf(one), pixelsOf(other)];
  let pixels = 0;
  let sum = 0;
  for (let index = 0; index < a.length; index += 4) {
    let difference = 0;
    for (let channel = 0; channel < 4; channel += 1)
      difference += Math.abs((a[index + channel] ?? 0) - (b[index + channel] ?? 0));
    if (difference > 0) pixels += 1;
    sum += difference;
  }
  return {
    sizes: [
      [width, height],
      [other.naturalWidth, other.naturalHeight],
    ],
    pixels,
    mean: sum / Math.max(1, a.length),
  };
}
