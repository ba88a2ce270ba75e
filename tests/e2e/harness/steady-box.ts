import { type Box, sameBox } from './geometry.ts';
import { waitFor } from './wait-for.ts';

/** Where something is once two readings in a row agree: a click on a moving target would miss it. */
export async function steadyBox(what: string, read: () => Promise<Box | undefined>): Promise<Box> {
  let before: Box | undefined;
  return waitFor(`${what} to be on the screen and at rest`, async () => {
    const now = await read();
    const steady = now !== undefined && before !== undefined && sameBox(now, before);
    before = now;
    return steady ? now : undefined;
  });
}
