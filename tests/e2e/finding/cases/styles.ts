import { AROUND, BACKGROUND, BOX, COVER, type FindingCase } from '../finding-case.ts';

/** What styles draw. */
export const STYLES: readonly FindingCase[] = [
  {
    name: 'the layers of a background, and the one behind them',
    body: `<div style="${BOX};${BACKGROUND('c')}"><div id="spot" style="${BOX};background-image:url('/a.jpg'),linear-gradient(red,blue),url(/b.jpg)"></div></div>`,
    found: ['spot /a.jpg', 'spot /b.jpg', 'div /c.jpg'],
  },
  {
    name: 'the background of an ancestor',
    body: `<div id="a" style="${BOX};${BACKGROUND('a')}"><p id="spot">Words</p></div>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'pseudo elements around what stands in the place of the content',
    body: `<style>#spot{${AROUND};content:normal;${BACKGROUND('c')}}
      #spot::before{content:url(/b.jpg)} #spot::after{content:'';${COVER};${BACKGROUND('a')}}</style><div id="spot"></div>`,
    found: ['spot /a.jpg', 'spot /b.jpg', 'spot /c.jpg'],
  },
  {
    name: 'no pseudo element that is elsewhere',
    body: `<style>#spot{${AROUND};${BACKGROUND('c')}}
      #spot::after{content:'';position:absolute;left:0;top:0;width:20px;height:20px;${BACKGROUND('a')}}</style><div id="spot"></div>`,
    found: ['spot /c.jpg'],
  },
  {
    name: 'content: url()',
    body: `<div id="spot" style="content:url(/a.jpg);${BOX}"></div>`,
    found: ['spot /a.jpg'],
  },
  {
    name: 'what content: url() shows in the place of an image, also where the browser named the image',
    body: `<img id="spot" src="/b.jpg" style="content:url(/a.jpg);${BOX}">`,
    pointed: { url: '/b.jpg' },
    found: ['spot /a.jpg'],
  },
  {
    name: 'what content: image-set() shows in the place of an image',
    body: `<img id="spot" src="/b.jpg" style="content:image-set('/a.jpg' 1x, '/c.jpg' 3x);${BOX}">`,
    pointed: { url: '/b.jpg' },
    found: ['spot /a.jpg'],
  },
  {
    name: 'the drawing that a gradient in the place of an image is',
    body: `<img id="spot" src="/b.jpg" style="content:linear-gradient(red,blue);${BOX}">`,
    pointed: { url: '/b.jpg' },
    found: ['spot drawing'],
  },
  {
    name: 'an image whose style names no other content',
    body: `<img id="spot" src="/a.jpg" style="content:'words';${BOX}">`,
    pointed: { url: '/a.jpg' },
    found: ['spot /a.jpg'],
  },
  {
    name: 'image-set()',
    body: `<div id="spot" style="${BOX};background-image:image-set('/a.jpg' 1x, '/b.jpg' 3x)"></div>`,
    found: ['spot /a.jpg'],
  },
];
