import { expect, it } from 'vitest';
import { showsMoreInPage } from '../../../../src/background/read/shows-more.ts';

const svg = (body: string) => new Blob([`<svg xmlns="http://www.w3.org/2000/svg">${body}</svg>`]);

it.each([
  ['a photograph of another file', true, '<image width="9" xlink:href="photo.jpg"/>'],
  ['one with a prefix', true, "<svg:image href='/photo.jpg'/>"],
  ['an image in HTML', true, '<foreignObject><img src="photo.jpg"/></foreignObject>'],
  ['a background', true, '<style>rect{background:url(photo.jpg)}</style>'],
  ['a quoted one', true, '<rect style="background:url(\'photo.jpg\')"/>'],
  ['a script', true, '<script>draw()</script>'],
  ['a style sheet', true, '<style>@import "look.css";</style>'],
  ['a photograph that is in the file', false, '<image href="data:image/png;base64,AA=="/>'],
  ['a pattern of its own', false, '<rect fill="url(#p)"/><rect fill="url(\'#q\')"/><use href="#r"/>'],
  ['a link', false, '<a href="page.html"><circle r="9"/></a>'],
])('an SVG with %s shows more in a page than as an image: %s', async (_what, isMore, body) => {
  expect(await showsMoreInPage(svg(body))).toBe(isMore);
});
