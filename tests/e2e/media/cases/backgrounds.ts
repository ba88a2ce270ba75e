import { type MediaCase, mediaLine, pageOf } from '../media-case.ts';
import { ALPS, alps, CANYON } from '../pictures.ts';

const BOX = 'width:400px;height:189px;background-size:cover';

export function drawings(): MediaCase[] {
  const one = mediaLine('Where it is', 'inline SVG drawing');
  return [
    one('a path', {
      routes: () => ({
        '/': pageOf('<svg id="it" width="200" height="200"><rect width="200" height="200" fill="teal"/></svg>'),
      }),
      pointed: { selector: '#it' },
      outcome: { kind: 'sentence', says: /drawn by the page, not an image file/i, reason: 'a drawing' },
    }),
  ];
}

export function backgrounds(): MediaCase[] {
  const one = mediaLine('Where it is', 'CSS images');
  const background = (name: string, html: string, head = ''): MediaCase =>
    one(name, {
      routes: ({ otherOrigin }) => ({
        '/': pageOf(html.replaceAll('CDN', otherOrigin), head.replaceAll('CDN', otherOrigin)),
        '/a.jpg': ALPS,
        '/b.jpg': CANYON,
      }),
      pointed: { selector: '#it' },
      outcome: { kind: 'original', bytes: alps },
    });
  return [
    background('background of the element', `<div id="it" style="${BOX};background-image:url(CDN/a.jpg)"></div>`),
    background(
      'background of an ancestor',
      `<div style="${BOX};background-image:url(/a.jpg)"><p style="margin:0"><span id="it" style="display:block;${BOX}">Words</span></p></div>`,
    ),
    background(
      'several layers, the topmost',
      `<div id="it" style="${BOX};background-image:linear-gradient(#0002,#0004),url(/a.jpg),url(/b.jpg)"></div>`,
    ),
    background(
      '`::before`',
      '<div id="it"></div>',
      style(`#it::before{content:"";display:block;${BOX};background-image:url(/a.jpg)}`),
    ),
    background(
      '`::after`',
      '<div id="it"></div>',
      style(`#it::after{content:"";display:block;${BOX};background-image:url(CDN/a.jpg)}`),
    ),
    background('`content: url()`', `<div id="it" style="width:400px;content:url(/a.jpg)"></div>`),
    background(
      '`content: url()` of an `<img>`',
      `<img id="it" src="/b.jpg" alt="" style="width:400px;content:url(/a.jpg)">`,
    ),
  ];
}

function style(rules: string): string {
  return `<style>${rules}</style>`;
}
