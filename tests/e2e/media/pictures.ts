import { readFileSync } from 'node:fs';
import { type ConvertedName, convertPhotograph } from '../../fixtures/convert-photograph.ts';
import { encodePng } from '../../fixtures/encode-png.ts';
import { PHOTOGRAPHS, type Photograph } from '../../fixtures/photographs.ts';
import { paintPicture } from '../../fixtures/picture.ts';
import type { Page, PageRequest } from '../../fixtures/serve-pages.ts';
import type { Fixture } from './media-case.ts';

/** A photograph, as it is. */
function photographOf(name: Photograph['name']): Buffer {
  const photograph = PHOTOGRAPHS.find((one) => one.name === name);
  if (!photograph) throw new Error(`there is no photograph ${name}`);
  return readFileSync(photograph.path);
}

/** The picture that is meant in nearly every case. */
export const alps: Fixture = () => photographOf('alps');

/** Another picture, which must not be taken for the one that is meant. */
export const canyon: Fixture = () => photographOf('canyon');

/** What a photograph is on a server. */
export const ALPS: Page = { body: photographOf('alps'), type: 'image/jpeg' };
export const CANYON: Page = { body: photographOf('canyon'), type: 'image/jpeg' };

/** A photograph in another format, made once. */
export function converted(name: ConvertedName): Fixture {
  let made: Promise<Buffer> | undefined;
  return () => {
    made ??= convertPhotograph(name);
    return made;
  };
}

/** A picture of one colour of this many pixels a side, as placeholders and trackers are. */
export function plainPng(side: number): Buffer<ArrayBuffer> {
  return encodePng(paintPicture(side, side, () => [200, 190, 170]));
}

/** First the picture, which the page shows; from then on something else, which a second request gets. */
export function shownThen(shown: Page, then: Page | ((request: PageRequest) => Page)): (request: PageRequest) => Page {
  let hasShown = false;
  return (request) => {
    if (hasShown) return typeof then === 'function' ? then(request) : then;
    hasShown = true;
    return shown;
  };
}
