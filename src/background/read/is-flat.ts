/** An image is looked at in tiles of this many pixels a side, at its own size: scaling makes photographs flat, and drawings soft. */
const TILE_SIDE = 96;

/** Tiles along each side: in a grid, from edge to edge. */
const TILES_A_SIDE = 3;

/** Pixels a side of the blocks that tiles are judged by: those of JPEG. */
const BLOCK_SIDE = 8;

/** A block whose greys (0 to 255) vary by no more is plain: coding alone does that. */
const PLAIN_RANGE = 12;

/** Between neighbours within other blocks: steps up to the first are none, those from the second on are edges, the rest is texture. */
const LEAST_STEP = 4;
const EDGE_STEP = 32;

/** Fewer blocks that are not plain say nothing. */
const LEAST_BLOCKS = 12;

// The borders of what counts as flat. They were set by 24 photographs (new and old, grey, soft, overexposed, on white ground, in 64
// colours, and coded as JPEG and WebP down to quality 30) and 14 drawings, screenshots and texts, coded likewise: none of the 133
// photographs is beyond all three, or within a third of that; half of the others are, but for what was coded or scaled badly.

/** The least share of blocks that are plain. */
const PLAIN_SHARE = 0.5;

/** In the others, so many edges for each step of texture: where things are drawn, there is hardly anything between. */
const EDGES_TO_TEXTURE = 0.4;

/** In the others, the least share of the two colours that most pixels have, with 16 shades of each channel. */
const TWO_COLOURS_SHARE = 0.5;

/** Where a tile is in an image, and where it is put. */
interface TilePlace {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** The places of tiles along one side; the whole side where it is no longer than they are. */
export function tilePlaces(side: number): readonly TilePlace[] {
  if (side <= TILES_A_SIDE * TILE_SIDE) return [{ from: 0, to: 0, length: side }];
  return Array.from({ length: TILES_A_SIDE }, (_, index) => ({
    from: Math.round((index * (side - TILE_SIDE)) / (TILES_A_SIDE - 1)),
    to: index * TILE_SIDE,
    length: TILE_SIDE,
  }));
}

/**
 * Whether an image has flat areas, sharp edges and few colours, as drawings, screenshots and texts do; undefined where too little is to
 * be seen of it. A photograph practically never counts as such; a drawing that is shaded, or coded badly, may not either.
 */
export function isFlat(image: ImageBitmap): boolean | undefined {
  const [columns, rows] = [tilePlaces(image.width), tilePlaces(image.height)];
  const side = TILE_SIDE * TILES_A_SIDE;
  const [width, height] = [Math.min(image.width, side), Math.min(image.height, side)];
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height); // What is clear is mostly shown on white.
  for (const x of columns)
    for (const y of rows) context.drawImage(image, x.from, y.from, x.length, y.length, x.to, y.to, x.length, y.length);
  return areTilesFlat(context.getImageData(0, 0, width, height).data, width);
}

/** The same of tiles as RGBA, in rows of so many pixels. */
export function areTilesFlat(rgba: Uint8ClampedArray, width: number): boolean | undefined {
  const shade = (at: number) => rgba[at] ?? 0;
  /** Roughly as the eye weighs the channels. */
  const grey = (pixel: number) => (2 * shade(4 * pixel) + 5 * shade(4 * pixel + 1) + shade(4 * pixel + 2)) / 8;
  const colour = (pixel: number) =>
    ((shade(4 * pixel) >> 4) << 8) | (shade(4 * pixel + 1) & 0xf0) | (shade(4 * pixel + 2) >> 4);
  const height = rgba.length / 4 / width;
  const colours = Array<number>(4_096).fill(0);
  let [plain, others, texture, edges] = [0, 0, 0, 0];
  for (let top = 0; top + BLOCK_SIDE <= height; top += BLOCK_SIDE) {
    for (let left = 0; left + BLOCK_SIDE <= width; left += BLOCK_SIDE) {
      const pixels: number[] = [];
      const steps: number[] = [];
      let [least, most] = [255, 0];
      for (let y = top; y < top + BLOCK_SIDE; y += 1) {
        for (let x = left; x < left + BLOCK_SIDE; x += 1) {
          const pixel = y * width + x;
          const here = grey(pixel);
          if (here < least) least = here;
          if (here > most) most = here;
          if (x > left) steps.push(Math.abs(here - grey(pixel - 1)));
          if (y > top) steps.push(Math.abs(here - grey(pixel - width)));
          pixels.push(pixel);
        }
      }
      if (most - least <= PLAIN_RANGE) plain += 1;
      else {
        others += 1;
        for (const step of steps) {
          if (step >= EDGE_STEP) edges += 1;
          else if (step >= LEAST_STEP) texture += 1;
        }
        for (const pixel of pixels) colours[colour(pixel)] = (colours[colour(pixel)] ?? 0) + 1;
      }
    }
  }
  if (others < LEAST_BLOCKS) return undefined;
  const [first = 0, second = 0] = colours.sort((one, other) => other - one);
  return (
    plain >= (plain + others) * PLAIN_SHARE &&
    edges >= texture * EDGES_TO_TEXTURE &&
    first + second >= others * BLOCK_SIDE ** 2 * TWO_COLOURS_SHARE
  );
}
