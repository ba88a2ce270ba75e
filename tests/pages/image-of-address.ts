import { createHash } from 'node:crypto';
import { encodePng } from '../fixtures/encode-png.ts';

const [WIDTH, HEIGHT] = [400, 300];
/** Fields of one colour, so many across and down. */
const [ACROSS, DOWN] = [5, 4];

/** The image at an address: its own, to look at and by its bytes; the same by http and https, and each time it is asked for. */
export function imageOfAddress(address: string): Buffer<ArrayBuffer> {
  const name = nameOfAddress(address);
  const colours = createHash('shake128', { outputLength: ACROSS * DOWN * 3 })
    .update(name)
    .digest();
  const pixels = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let at = 0; at < pixels.length; at += 1) {
    const [x, y] = [Math.floor(at / 3) % WIDTH, Math.floor(at / 3 / WIDTH)];
    const field = Math.floor((y * DOWN) / HEIGHT) * ACROSS + Math.floor((x * ACROSS) / WIDTH);
    pixels[at] = colours[field * 3 + (at % 3)] ?? 0;
  }
  return encodePng({ width: WIDTH, height: HEIGHT, pixels }, [{ chunk: 'iTXt', keyword: 'Comment', text: name }]);
}

/** What an address is called here: without its scheme and fragment. */
export function nameOfAddress(address: string): string {
  const { host, pathname, search } = new URL(address);
  return `${host}${pathname}${search}`;
}
