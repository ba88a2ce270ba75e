import { type MediaCase, mediaLine, pageOf } from '../media-case.ts';
import { ALPS, alps } from '../pictures.ts';

const IMAGE = '<img src="/a.jpg" width="400" height="189" style="display:block" alt="">';
const BACKGROUND = '<div style="width:400px;height:189px;background-image:url(/a.jpg)"></div>';

export function shadowRoots(): MediaCase[] {
  const one = mediaLine('Where it is', 'shadow roots');
  const inside = (name: string, mode: 'open' | 'closed', html: string): MediaCase =>
    one(name, {
      routes: () => ({
        '/': pageOf(`<div id="it" style="width:400px"><template shadowrootmode="${mode}"><div style="display:block">
          <template shadowrootmode="${mode}">${html}</template></div></template></div>`),
        '/a.jpg': ALPS,
      }),
      pointed: { selector: '#it' },
      outcome: { kind: 'original', bytes: alps },
    });
  return [
    inside('open, nested', 'open', IMAGE),
    inside('open, nested, a background', 'open', BACKGROUND),
    inside('closed, nested', 'closed', IMAGE),
    inside('closed, nested, a background', 'closed', BACKGROUND),
  ];
}
