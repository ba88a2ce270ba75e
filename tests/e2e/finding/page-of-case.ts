import type { Finding, Pointed } from '../../../src/page/find/picture.ts';
import { CLEAR_PNG } from '../../fixtures/clear-png.ts';
import type { PageServer } from '../../fixtures/serve-pages.ts';
import { photographPage } from '../image-pages.ts';
import { BLANK } from './finding-case.ts';

/** A GIF of one pixel, as an address of its own. */
const SPACER = { body: Buffer.from(BLANK.split(',')[1] ?? '', 'base64'), type: 'image/gif' };

/** What the extension's APIs give in a page: here the test leaves closed shadow roots, and the element Firefox would name. */
export const STAND_IN = `{
  const closed = new WeakMap();
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    closed.set(this, root);
    return root;
  };
  globalThis.standIn = {
    dom: { openOrClosedShadowRoot: (element) => closed.get(element) ?? null },
    menus: { getTargetElement: (id) => document.getElementById('target-' + id) },
  };
}`;

/** A page with this body. */
export const pageOf = (body: string) =>
  `<!doctype html><html lang="en"><title>A page</title><body style="margin:0">${body}`;

/** An SVG file, as pages of documents are. */
const svgOf = (body: string) => ({
  body: `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="100">${body}</svg>`,
  type: 'image/svg+xml',
});

/** Serves the body of a case, that of a frame, and the files the cases name. */
export function serveCase(pages: PageServer, body: string, frame = ''): void {
  const photograph = photographPage();
  pages.setRoutes({
    '/': { body: pageOf(body) },
    '/frame': { body: pageOf(frame) },
    '/page': { body: 'A page' },
    '/a.jpg': photograph,
    '/b.jpg': photograph,
    '/c.jpg': photograph,
    '/spacer.gif': SPACER,
    '/clear.png': CLEAR_PNG,
    '/page.svg': svgOf('<image xlink:href="a.jpg" width="200" height="90"/>'),
    '/beside.svg': svgOf('<image xlink:href="a.jpg" width="20" height="20"/>'),
    '/drawing.svg': svgOf('<circle cx="100" cy="50" r="40"/>'),
  });
}

/** What is found in the page this runs in, with addresses as paths. It is sent there as text: it has to stand alone. */
export function findInPage(pointed: Pointed): { found: string[]; isCertain: boolean } {
  const { findPictures } = globalThis as unknown as { findPictures: (pointed: Pointed) => Finding };
  const url = pointed.url === undefined ? undefined : new URL(pointed.url, location.href).href;
  const { pictures, isCertain } = findPictures({ ...pointed, ...(url !== undefined && { url }) });
  const found = pictures.map(({ element, source }) => {
    const what = source.kind === 'address' ? source.url.replace(location.origin, '') : source.kind;
    return `${element.id || element.localName} ${what}`;
  });
  return { found, isCertain };
}
