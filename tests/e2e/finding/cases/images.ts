import { AROUND, BACKGROUND, BOX, COVER, type FindingCase } from '../finding-case.ts';

/** Images, what lies over them, and which of them the browser names. */
export const IMAGES: readonly FindingCase[] = [
  { name: 'an image', body: `<img id="spot" src="/a.jpg" style="${BOX}">`, found: ['spot /a.jpg'] },
  {
    name: 'an image where a form of the page stands for document.images',
    body: `<form name="images"></form><img id="spot" src="/a.jpg" style="${BOX}">`,
    pointed: { url: '/a.jpg' },
    found: ['spot /a.jpg'],
  },
  {
    name: 'an image under a transparent link',
    body: `<div style="${AROUND}"><img id="a" src="/a.jpg" style="${BOX}"><a href="#" id="spot" style="${COVER}"></a></div>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'an image under a spacer that is stretched over it',
    body: `<div style="${AROUND}"><img id="a" src="/a.jpg" style="${BOX}"><img id="spot" src="/spacer.gif" style="${COVER};${BOX}"></div>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'an image under a clear one of its size, which comes after it, also where the browser named that one',
    body: `<div style="${AROUND}"><img id="a" src="/a.jpg" style="${BOX}"><img id="spot" src="/clear.png" style="${COVER};${BOX}"></div>`,
    pointed: { url: '/clear.png' },
    found: ['a /a.jpg', 'spot /clear.png'],
  },
  {
    name: 'an image under a canvas on which a line is drawn',
    body: `<div style="${AROUND}"><img id="a" src="/a.jpg" style="${BOX}"><canvas id="spot" width="200" height="100" style="${COVER}"></canvas></div>
      <script>spot.getContext('2d').fillRect(0, 50, 200, 2)</script>`,
    found: ['a /a.jpg', 'spot canvas'],
  },
  {
    name: 'a canvas of WebGL above an image, since it reads blank whatever it shows',
    body: `<div style="${AROUND}"><img id="a" src="/a.jpg" style="${BOX}"><canvas id="spot" width="200" height="100" style="${COVER}"></canvas></div>
      <script>spot.getContext('webgl')</script>`,
    hasWebGl: true,
    found: ['spot canvas', 'a /a.jpg'],
  },
  {
    name: 'a clear image on a colour of its own before the image that this hides, also where the browser named it',
    body: `<div style="${AROUND};${BACKGROUND('a')}"><p style="${COVER};margin:0;background:#fff"><img id="spot" src="/clear.png" style="${BOX}"></p></div>`,
    pointed: { url: '/clear.png' },
    found: ['spot /clear.png', 'div /a.jpg'],
  },
  {
    name: 'a clear image that lies over nothing, as it is',
    body: `<img id="spot" src="/clear.png" style="${BOX}">`,
    found: ['spot /clear.png'],
  },
  {
    name: 'the background under a spacer, also where the browser named the spacer',
    body: `<div id="a" style="${AROUND};${BACKGROUND('a')}"><img id="spot" src="/spacer.gif" style="${BOX}"></div>`,
    pointed: { url: '/spacer.gif' },
    found: ['a /a.jpg'],
  },
  {
    name: 'an image that lets the mouse through',
    body: `<div id="spot" style="${BOX}"><img id="a" src="/a.jpg" style="${BOX};pointer-events:none"></div>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'images that let the mouse through, by their z-index',
    body: `<div id="spot" style="${AROUND}">
      <img id="a" src="/a.jpg" style="${COVER};${BOX};pointer-events:none;z-index:2">
      <img id="b" src="/b.jpg" style="${COVER};${BOX};pointer-events:none;z-index:1">
      <img id="c" src="/c.jpg" style="${COVER};${BOX};z-index:0"></div>`,
    found: ['a /a.jpg', 'b /b.jpg', 'c /c.jpg'],
  },
  {
    name: 'no image that its box cuts off before the spot',
    body: `<div id="spot" style="${BOX};${BACKGROUND('b')}"><div style="height:10px;overflow:hidden">
      <img id="a" src="/a.jpg" style="${BOX};pointer-events:none"></div></div>`,
    found: ['spot /b.jpg'],
  },
  {
    name: 'two images at one spot, the topmost first',
    body: `<div style="${AROUND}"><img id="a" src="/a.jpg" style="${COVER};${BOX}"><img id="spot" src="/b.jpg" style="${COVER};${BOX}"></div>`,
    found: ['spot /b.jpg', 'a /a.jpg'],
  },
  {
    name: 'the element that Firefox names',
    body: `<img id="target-7" src="/a.jpg" style="${BOX}"><img id="spot" src="/a.jpg" style="${BOX}"><p>Words</p>`,
    at: 'p',
    pointed: { url: '/a.jpg', targetElementId: 7 },
    found: ['target-7 /a.jpg'],
  },
  {
    name: 'of two with one address the one that was clicked',
    body: `<img id="a" src="/a.jpg" style="${BOX}"><br><img id="spot" src="/a.jpg" style="width:50px">`,
    pointed: { url: '/a.jpg' },
    found: ['spot /a.jpg'],
  },
];
