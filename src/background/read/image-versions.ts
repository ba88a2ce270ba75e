import type { Version } from '../../core/check/firmness.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { Size } from '../../core/media/page-media.ts';
import type { Turn } from '../at-most.ts';
import { BATCH_LIMIT_BYTES } from '../service/endpoints.ts';
import { withDecoded } from './decode-image.ts';
import { drawPart, drawWhole } from './draw-part.ts';
import type { Box } from './file-place.ts';

/** One version of an image, fit to be sent. */
export interface ImageVersion {
  readonly version: Version;
  readonly image: Blob;
}

/** Of what is cut or made smaller: hardly a loss, where without one a photograph would weigh ten times as much. */
const HARDLY_LOSSY = 0.95;

/** What becomes of an image that people pass on: each service codes it anew, as it does its own. */
const PASSED_ON = [
  { type: 'image/jpeg', quality: 0.55 },
  { type: 'image/webp', quality: 0.75 },
  { type: 'image/jpeg', quality: 0.8 },
] as const;

/** A JPEG has nothing clear; whoever passes an image on has it on white. */
const GROUND = '#fff';

/**
 * An image, and what is made of it to see how firm its verdict is: half its size, coded anew three times over, its centred square, and the
 * two outer thirds of its long side; what is cut is of the same format. Throws `too-large` where all of them are too much for one request.
 */
export async function imageVersions(image: Blob, turn: Turn): Promise<readonly ImageVersion[]> {
  const { made, first } = await withDecoded(
    image,
    async (decoded) => {
      const as = { type: image.type, quality: HARDLY_LOSSY };
      const versions: ImageVersion[] = [
        { version: 'half-size', image: await drawWhole(decoded, { size: half(decoded) }).convertToBlob(as) },
      ];
      for (const { version, part } of cutVersions(decoded))
        versions.push({ version, image: await drawPart(decoded, part).convertToBlob(as) });
      return { made: versions, first: await codedAs(decoded, PASSED_ON[0]) };
    },
    turn,
  );
  let passedOn = first;
  // One after the other: each of them waits for its turn to be decoded.
  for (const how of PASSED_ON.slice(1))
    passedOn = await withDecoded(passedOn, (decoded) => codedAs(decoded, how), turn);
  const versions: ImageVersion[] = [{ version: 'original', image }, ...made];
  versions.splice(2, 0, { version: 're-shared', image: passedOn });
  const sizeBytes = versions.reduce((sum, one) => sum + one.image.size, 0);
  if (sizeBytes > BATCH_LIMIT_BYTES)
    throw new AppError({ code: 'too-large', limitBytes: BATCH_LIMIT_BYTES, sizeBytes });
  return versions;
}

/** The parts of an image that are looked at by themselves, in whole pixels. */
export function cutVersions({ width, height }: Size): readonly { readonly version: Version; readonly part: Box }[] {
  const side = Math.min(width, height);
  const square = { left: (width - side) >> 1, top: (height - side) >> 1, width: side, height: side };
  const third = Math.max(1, Math.round(Math.max(width, height) / 3));
  const [across, down] = [
    { top: 0, width: third, height },
    { left: 0, width, height: third },
  ];
  return [
    { version: 'square', part: square },
    ...(width >= height
      ? ([
          { version: 'left-third', part: { left: 0, ...across } },
          { version: 'right-third', part: { left: width - third, ...across } },
        ] as const)
      : ([
          { version: 'top-third', part: { top: 0, ...down } },
          { version: 'bottom-third', part: { top: height - third, ...down } },
        ] as const)),
  ];
}

function half({ width, height }: Size): Size {
  return { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
}

function codedAs(decoded: ImageBitmap, how: (typeof PASSED_ON)[number]): Promise<Blob> {
  return drawWhole(decoded, how.type === 'image/jpeg' ? { ground: GROUND } : {}).convertToBlob(how);
}
