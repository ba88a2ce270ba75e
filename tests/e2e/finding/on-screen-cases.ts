import type { OnScreen } from '../../../src/core/media/page-media.ts';
import type { FoundPictures } from '../../../src/page/find/found-pictures.ts';
import { BACKGROUND, BOX, COVER } from './finding-case.ts';

/** A page in which `#spot` was found to show `/a.jpg`, and what of it may be cut out of the screen: left, top, width, height. */
export interface OnScreenCase {
  readonly name: string;
  readonly body: string;
  readonly seen: 'whole' | 'part' | 'nothing';
  readonly area?: readonly [number, number, number, number];
}

const WHOLE = [0, 0, 200, 100] as const;
const IMAGE = `<img id="spot" src="/a.jpg" style="display:block;${BOX}">`;
/** What is in the page `/frame`. */
export const ON_SCREEN_FRAME = IMAGE;
const above = (style: string, html = '') => `${IMAGE}<div style="position:absolute;${style}">${html}</div>`;
const OVER_IT = `left:0;top:0;${BOX}`;

export const ON_SCREEN_CASES: readonly OnScreenCase[] = [
  { name: 'an image', body: IMAGE, seen: 'whole', area: WHOLE },
  {
    name: 'an image that its box cuts off above and below',
    body: `<div style="height:50px;overflow:hidden"><img id="spot" src="/a.jpg" style="${BOX};margin-top:-25px"></div><p>Words</p>`,
    seen: 'part',
    area: [0, 0, 200, 50],
  },
  {
    name: 'a border that the image goes under',
    body: `<div style="width:180px;height:80px;border:10px solid;overflow:hidden">${IMAGE}</div>`,
    seen: 'part',
    area: [10, 10, 180, 80],
  },
  {
    name: 'a fixed image in a box that would cut it off',
    body: `<div style="position:relative;height:9px;overflow:hidden"><img id="spot" src="/a.jpg" style="${BOX};position:fixed"></div>`,
    seen: 'whole',
    area: WHOLE,
  },
  {
    name: 'a fixed image whose box holds it, being transformed',
    body: `<div style="transform:translate(0);height:50px;overflow:hidden"><img id="spot" src="/a.jpg" style="${BOX};position:fixed"></div>`,
    seen: 'part',
    area: [0, 0, 200, 50],
  },
  {
    name: 'an absolute image in a box that is not where it is placed by',
    body: `<div style="height:9px;overflow:hidden"><img id="spot" src="/a.jpg" style="${BOX};position:absolute;top:0"></div>`,
    seen: 'whole',
    area: WHOLE,
  },
  { name: 'a slide that has faded', body: `<div style="opacity:0">${IMAGE}</div>`, seen: 'nothing' },
  {
    name: 'a slide below another',
    body: `${IMAGE}<img src="/b.jpg" style="position:absolute;${OVER_IT}">`,
    seen: 'nothing',
  },
  {
    name: 'an image below a clear one',
    body: `${IMAGE}<img src="/clear.png" style="position:absolute;${OVER_IT}">`,
    seen: 'whole',
    area: WHOLE,
  },
  {
    name: 'a slide below another, both out of reach of the mouse',
    body: `<style>img{pointer-events:none}</style>${IMAGE}<img src="/b.jpg" style="position:absolute;${OVER_IT}">`,
    seen: 'nothing',
  },
  {
    name: 'a slide below a background',
    body: above(`${OVER_IT};${BACKGROUND('b')};background-size:cover`),
    seen: 'nothing',
  },
  {
    name: 'a background in which another came',
    body: `<div id="spot" style="${BOX};${BACKGROUND('b')}"></div>`,
    seen: 'nothing',
  },
  { name: 'a background', body: `<div id="spot" style="${BOX};${BACKGROUND('a')}"></div>`, seen: 'whole', area: WHOLE },
  {
    name: 'a background out of reach of the mouse, on another',
    body: `<div style="background:white"><div id="spot" style="${BOX};pointer-events:none;${BACKGROUND('a')}"></div></div>`,
    seen: 'whole',
    area: WHOLE,
  },
  {
    name: 'a card in the middle',
    body: above('left:40px;top:10px;width:120px;height:80px;background:white'),
    seen: 'nothing',
  },
  {
    name: 'a play button',
    body: above('left:85px;top:35px;width:30px;height:30px;background:white'),
    seen: 'part',
    area: WHOLE,
  },
  {
    name: 'a header that stays, in a closed shadow root',
    body: `${IMAGE}<x-y id="x"></x-y><script>
      const header = x.attachShadow({ mode: 'closed' }).appendChild(document.createElement('header'));
      header.style = 'position:fixed;inset:0 0 auto;height:30px;background:#eee';</script>`,
    seen: 'part',
    area: [0, 30, 200, 70],
  },
  {
    name: 'a caption',
    body: above('left:0;top:80px;width:200px;height:20px;background:white'),
    seen: 'part',
    area: [0, 0, 200, 80],
  },
  {
    name: 'a bar at the side',
    body: above('left:150px;top:0;width:90px;height:200px;background:white'),
    seen: 'part',
    area: [0, 0, 150, 100],
  },
  ...[
    ['a clear link', ''],
    ['a shade', 'background:rgba(0,0,0,0.5)'],
    ['a shade that is clear as a whole', 'background:black;opacity:0.3'],
    ['a gradient below a caption', 'background:linear-gradient(transparent,black)'],
    ['an icon', `${BACKGROUND('b')};background-repeat:no-repeat`],
  ].map(
    ([name = '', style = '']): OnScreenCase => ({
      name: `an image below ${name}`,
      body: above(`${OVER_IT};${style}`),
      seen: 'whole',
      area: WHOLE,
    }),
  ),
  {
    name: 'an image below a spacer',
    body: `${IMAGE}<img src="/spacer.gif" style="${COVER};${BOX}">`,
    seen: 'whole',
    area: WHOLE,
  },
  {
    name: 'a button over whose box the image is, by what it stretches over it',
    body: `<style>a::after{content:'';${COVER}}</style><div style="position:relative;${BOX}">${IMAGE}</div>
      <div style="position:absolute;${OVER_IT}"><a style="position:static;display:block;margin-top:120px;background:red">More</a></div>`,
    seen: 'whole',
    area: WHOLE,
  },
  {
    name: 'an image in a frame that has a padding and is scaled, below a header of the page around',
    body: `<iframe src="/frame" style="border:0;padding:20px;width:300px;height:200px;transform:scale(0.5);transform-origin:0 0"></iframe>
      <header style="position:fixed;inset:0 0 auto;height:20px;background:#eee"></header>`,
    seen: 'part',
    area: [10, 20, 100, 40],
  },
];

/** What of `#spot` may be cut out of the screen. It is sent to the page as text: it has to stand alone. */
export function seenInPage(): Pick<OnScreenCase, 'seen' | 'area'> {
  const { elementShowing, onScreen } = globalThis as unknown as {
    elementShowing: (found: FoundPictures) => Element | undefined;
    onScreen: (element: Element) => OnScreen | 'hidden' | undefined;
  };
  const element = document.querySelector('#spot');
  if (!element) throw new Error('there is no spot');
  const source = { kind: 'address', url: new URL('/a.jpg', location.href).href } as const;
  const showing = elementShowing({ pictures: [{ element, source }], isCertain: true, pointed: { by: 'menu' } });
  const seen = showing && onScreen(showing);
  if (!seen || seen === 'hidden') return { seen: 'nothing' };
  const { left, top, width, height, isPartial } = seen;
  return { seen: isPartial ? 'part' : 'whole', area: [left, top, width, height] };
}
