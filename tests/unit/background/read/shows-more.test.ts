import { expect, it } from 'vitest';
import { showsMoreInPage } from '../../../../src/background/read/shows-more.ts';
import { cpuTimeOf } from '../../../cpu-time.ts';

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
  ['a pattern of its own, with spaces', false, '<rect fill="url( \'#p\' )"/>'],
])('an SVG with %s shows more in a page than as an image: %s', async (_what, isMore, body) => {
  expect(await showsMoreInPage(svg(body))).toBe(isMore);
});

/** A megabyte takes a hundredth of it; gone over again from each beginning it took two minutes. Milliseconds of a processor. */
const LOOKING_LIMIT_MS = 2_000;

it.each([
  ['elements that never end', '<image '],
  ['addresses that never begin', `<image ${'href '.repeat(1_000)}`],
  ['references that never end', 'url('],
  ['spaces in a reference', `url(${' '.repeat(100_000)}#`],
  ['spaces behind a name', `<image href${' '.repeat(100_000)}`],
  ['prefixes', `<${'a'.repeat(100_000)}`],
])('a megabyte of %s are looked through in no time', async (_what, part) => {
  const megabyte = new Blob([part.repeat(1_000_000 / part.length)]);
  expect(await cpuTimeOf(() => showsMoreInPage(megabyte))).toBeLessThan(LOOKING_LIMIT_MS);
});
