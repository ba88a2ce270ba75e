import { encodePng } from '../../../fixtures/encode-png.ts';
import { paintPicture } from '../../../fixtures/picture.ts';
import { BLANK, BOX, type FindingCase } from '../finding-case.ts';

/** An SVG image of 40 pixels a side. */
const SMALL_DRAWING = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>')}`;

/** One as large as what it stands in for. */
const LARGE_DRAWING = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"/>')}`;

/** A picture of 200 by 100 pixels, as a tool in a page makes it. */
const RESULT = `data:image/png;base64,${encodePng(paintPicture(200, 100, () => [90, 120, 30])).toString('base64')}`;
/** Images that have not come yet, or come in another size. */
export const LAZY: readonly FindingCase[] = [
  {
    name: 'a lazy image by the address its script keeps',
    body: `<img id="spot" src="${BLANK}" data-src="/a.jpg" style="${BOX}">`,
    pointed: { url: BLANK },
    found: ['spot /a.jpg'],
  },
  {
    name: 'a lazy image by the srcset its script keeps, at the width of the box',
    body: `<img id="spot" src="/spacer.gif" data-srcset="/a.jpg 100w, /b.jpg 200w, /c.jpg 900w" style="${BOX}">`,
    found: ['spot /b.jpg'],
  },
  {
    name: 'a lazy picture by the sources its script keeps',
    body: `<picture><source media="(min-width: 99999px)" data-srcset="/c.jpg"><source data-srcset="/a.jpg">
      <img id="spot" src="${BLANK}" data-src="/b.jpg" style="${BOX}"></picture>`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'a lazy image that has no address yet',
    body: `<img id="spot" alt="" data-original="/a.jpg" style="display:block;${BOX}">`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'a drawing that stands in for the picture whose address its script keeps',
    body: `<img id="spot" src="${LARGE_DRAWING}" data-original="/a.jpg" style="${BOX}">`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'a picture that the page holds in itself, whatever address of another stands at it',
    body: `<img id="spot" src="${RESULT}" data-original="/a.jpg" data-url="/b.jpg" style="${BOX}">`,
    found: [`spot ${RESULT}`],
  },
  {
    name: 'an image that has not come, by its own address and none that may lead elsewhere',
    body: `<img id="spot" src="/missing.jpg" data-url="/a.jpg" alt="Missing" style="display:block;${BOX}">`,
    found: ['spot /missing.jpg'],
  },
  {
    name: 'an image that its class calls lazy, by the address that may lead elsewhere',
    body: `<img id="spot" class="lazy" src="/missing.jpg" data-url="/a.jpg" alt="Missing" style="display:block;${BOX}">`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'a placeholder without the address of the real picture',
    body: `<img id="spot" src="/spacer.gif" class="lazyload" style="${BOX}">`,
    found: ['spot not-loaded'],
  },
  {
    name: 'a small picture that has come to its place, as it is',
    body: `<img id="spot" src="/spacer.gif" data-src="/spacer.gif" class="lazyloaded" style="${BOX}">`,
    found: ['spot /spacer.gif'],
  },
  {
    name: 'a small picture that the page holds in itself, as it is',
    body: `<img id="spot" src="${SMALL_DRAWING}" style="width:200px;height:200px">`,
    found: [`spot ${SMALL_DRAWING}`],
  },
  {
    name: 'a small image that is stretched, without the mark of a placeholder, as it is',
    body: `<img id="spot" src="/spacer.gif" style="${BOX}">`,
    found: ['spot /spacer.gif'],
  },
  {
    name: 'a lazy image that has been loaded, as it is',
    body: `<img id="spot" src="/a.jpg" data-src="/b.jpg" style="${BOX}">`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'what a srcset shows',
    body: `<img id="spot" src="/a.jpg" srcset="/b.jpg 1x, /c.jpg 3x" style="${BOX}">`,
    found: ['spot /b.jpg'],
  },
  {
    name: 'what a picture shows, whose own box has no height',
    body: `<picture><source type="image/none" srcset="/c.jpg"><source srcset="/b.jpg"><img id="spot" src="/a.jpg" style="${BOX}"></picture>`,
    found: ['spot /b.jpg'],
  },
  {
    name: 'a broken image by its address',
    body: `<img id="spot" src="/missing.jpg" alt="Missing" style="display:block;${BOX}">`,
    found: ['spot /missing.jpg'],
  },
];
