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

// The borders of what counts as flat. They were set by 21 photographs, new and old, grey and in colour, sharp and soft, each in eleven
// ways (JPEG and WebP down to quality 30, small, on white or black ground, overexposed, underexposed, in 64 colours): none is beyond
// all three, and few are beyond two. Of 15 drawings and screenshots as PNG, WebP and JPEG most are; what is shaded, or small, is not.

/** The largest share of blocks that are not plain. */
const OTHERS_SHARE = 0.5;

/** In the others, the least share of the two colours that most pixels have, with 16 shades of each channel. */
const TWO_COLOURS_SHARE = 0.5;

/** In the others, so many edges for each step of texture, times that share: where things are drawn, there is hardly anything between. */
const EDGES_TO_TEXTURE = 0.35;

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
  if (!context) throw new Error('no 2d context');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height); // What is clear is mostly shown on white.
  for (const x of columns)
    for (const y of rows) context.drawImage(image, x.from, y.from, x.length, y.length, x.to, y.to, x.length, y.length);
  return areTilesFlat(context.getImageData(0, 0, width, height).data, width);
}

/** The same of tiles as RGBA, in rows of so many pixels. */
export function areTilesFlat(rgba: Uint8ClampedArray, width: number): boolean | undefined {
  const greys = new Uint8Array(rgba.length / 4);
  const shades = new Uint16Array(greys.length);
  for (let at = 0; at < greys.length; at += 1) {
    const [red, green, blue] = [rgba[4 * at] ?? 0, rgba[4 * at + 1] ?? 0, rgba[4 * at + 2] ?? 0];
    greys[at] = (2 * red + 5 * green + blue) / 8; // Roughly as the eye weighs them.
    shades[at] = ((red >> 4) << 8) | (green & 0xf0) | (blue >> 4);
  }
  /** The pixels of a block, from its first one on. */
  const places = Array.from(
    { length: BLOCK_SIDE ** 2 },
    (_, at) => Math.floor(at / BLOCK_SIDE) * width + (at % BLOCK_SIDE),
  );
  const colours = new Uint32Array(4_096);
  let [blocks, others, texture, edges] = [0, 0, 0, 0];
  const compare = (one: number, other: number) => {
    const step = Math.abs((greys[one] ?? 0) - (greys[other] ?? 0));
    if (step >= EDGE_STEP) edges += 1;
    else if (step >= LEAST_STEP) texture += 1;
  };
  for (let top = 0; (top + BLOCK_SIDE) * width <= greys.length; top += BLOCK_SIDE) {
    for (let left = 0; left + BLOCK_SIDE <= width; left += BLOCK_SIDE) {
      const first = top * width + left;
      let [least, most] = [255, 0];
      for (const place of places) {
        const grey = greys[first + place] ?? 0;
        if (grey < least) least = grey;
        if (grey > most) most = grey;
      }
      blocks += 1;
      if (most - least <= PLAIN_RANGE) continue;
      others += 1;
      for (const place of places) {
        const pixel = first + place;
        if (place % width > 0) compare(pixel, pixel - 1);
        if (place >= width) compare(pixel, pixel - width);
        const shade = shades[pixel] ?? 0;
        colours[shade] = (colours[shade] ?? 0) + 1;
      }
    }
  }
  if (others < LEAST_BLOCKS) return undefined;
  const [second = 0, first = 0] = colours.sort().slice(-2);
  const share = (first + second) / (others * BLOCK_SIDE ** 2);
  return others <= blocks * OTHERS_SHARE && share >= TWO_COLOURS_SHARE && edges * share >= texture * EDGES_TO_TEXTURE;
}
