import { AROUND, BACKGROUND, BOX, COVER, type FindingCase } from '../finding-case.ts';

/** What is embedded, and drawings. */
export const EMBEDDED: readonly FindingCase[] = [
  {
    name: 'object, embed and input',
    body: `<div style="${AROUND}"><object id="a" data="/a.jpg" style="${COVER};${BOX}"></object>
      <embed id="b" src="/b.jpg" style="${COVER};${BOX}"><input id="spot" type="image" src="/c.jpg" style="${COVER};${BOX}"></div>`,
    found: ['spot /c.jpg', 'b /b.jpg', 'a /a.jpg'],
  },
  {
    name: 'no object that is a page',
    body: `<div id="a" style="${AROUND};${BACKGROUND('a')}"><object id="spot" data="/page" type="text/html" style="${COVER};${BOX}"></object></div>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'an image of an SVG, by href and by xlink:href',
    body: `<svg id="svg" style="${BOX}" viewBox="0 0 200 100"><image id="a" href="/a.jpg" width="200" height="100" preserveAspectRatio="none"/>
      <image id="spot" xlink:href="/b.jpg" width="200" height="100" preserveAspectRatio="none"/></svg>`,
    found: ['spot /b.jpg', 'a /a.jpg'],
  },
  {
    name: 'the photograph that a shape is filled with by a pattern',
    body: `<svg style="${BOX}" viewBox="0 0 200 100"><defs><pattern id="p" width="1" height="1"><image href="/a.jpg" width="200" height="100"/></pattern></defs>
      <circle id="spot" cx="100" cy="50" r="50" fill="url(#p)"/></svg>`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'the photograph of a pattern that takes it from elsewhere by use, as design tools write it',
    body: `<svg style="${BOX}" viewBox="0 0 200 100"><rect id="spot" width="200" height="100" fill="url(#p)"/><defs>
      <pattern id="q"><use xlink:href="#i"/></pattern><pattern id="p" width="1" height="1" xlink:href="#q"/><image id="i" xlink:href="/a.jpg" width="200" height="100"/></defs></svg>`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'the photograph that is repeated by use',
    body: `<svg style="${BOX}" viewBox="0 0 200 100"><defs><g id="g"><image href="/a.jpg" width="200" height="100" preserveAspectRatio="none"/></g></defs><use id="spot" href="#g"/></svg>`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'the photograph in an SVG of an object, below a transparent box',
    body: `<div style="${AROUND}"><object id="a" type="image/svg+xml" data="/page.svg" style="${COVER};${BOX}"></object>
      <div id="spot" style="${COVER}"></div></div>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'the photograph in an SVG of an embed, below a transparent box',
    body: `<div style="${AROUND}"><embed id="a" src="/page.svg" style="${COVER};${BOX}"><div id="spot" style="${COVER}"></div></div>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'only the screen for what a photograph is in elsewhere than at the spot',
    body: `<div style="${AROUND}"><object id="a" type="image/svg+xml" data="/beside.svg" style="${COVER};${BOX}"></object>
      <div id="spot" style="${COVER}"></div></div>`,
    found: ['a canvas'],
  },
  {
    name: 'the file of an SVG of an object that holds all it shows',
    body: `<div style="${AROUND}"><object id="a" type="image/svg+xml" data="/drawing.svg" style="${COVER};${BOX}"></object>
      <div id="spot" style="${COVER}"></div></div>`,
    found: ['a /drawing.svg'],
  },
  {
    name: 'an inline SVG is a drawing',
    body: `<svg id="spot" style="${BOX}" viewBox="0 0 200 100"><rect width="200" height="100"/></svg>`,
    found: ['spot drawing'],
  },
  {
    name: 'a drawing that is empty at the spot comes after the image below it',
    body: `<div style="${AROUND}"><img id="a" src="/a.jpg" style="${BOX}"><svg id="spot" style="${COVER};${BOX}"></svg></div>`,
    found: ['a /a.jpg', 'spot drawing'],
  },
  { name: 'a canvas', body: `<canvas id="spot" style="${BOX}"></canvas>`, found: ['spot canvas'] },
];
