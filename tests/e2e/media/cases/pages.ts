import { type MediaCase, mediaLine, pageOf } from '../media-case.ts';
import { ALPS, alps, CANYON } from '../pictures.ts';

export function closedPages(): MediaCase[] {
  const one = mediaLine('Where it is', 'scripts may not run');
  return [
    one('a `data:` page', {
      routes: () => ({ '/a.jpg': ALPS }),
      open: ({ otherOrigin }) =>
        `data:text/html,<title>A page</title><img id=it width=400 src=${encodeURIComponent(`${otherOrigin}/a.jpg`)}>`,
      pointed: { selector: '#it' },
      isWithoutPanel: true,
      outcome: { kind: 'original', bytes: alps },
    }),
  ];
}

export function changedPages(): MediaCase[] {
  const one = mediaLine('Where it is', 'changed meanwhile');
  const image = pageOf('<div id="box"><img id="it" src="/a.jpg" width="400" alt=""></div>');
  const background = pageOf(
    '<div id="box"><div id="it" style="width:400px;height:189px;background-image:url(/a.jpg)"></div></div>',
  );
  return [
    one('another element with the same picture', {
      routes: () => ({ '/': image, '/a.jpg': ALPS }),
      meanwhile: () => {
        const next = new Image(300);
        next.src = '/a.jpg';
        document.querySelector('#box')?.replaceChildren(next);
        return next.decode();
      },
      pointed: { selector: '#it' },
      outcome: { kind: 'original', bytes: alps },
    }),
    one('the same element with another picture', {
      routes: () => ({ '/': image, '/a.jpg': ALPS, '/b.jpg': CANYON }),
      meanwhile: () => {
        const [shown] = document.images;
        if (shown) shown.src = '/b.jpg';
        return shown?.decode();
      },
      pointed: { selector: '#it' },
      // The menu was opened on the first; a browser that names the element may show that it has the second now.
      outcome: { kind: 'original', bytes: alps },
    }),
    one('the element has gone', {
      routes: () => ({ '/': background, '/a.jpg': ALPS }),
      meanwhile: () => document.querySelector('#it')?.remove(),
      pointed: { selector: '#it' },
      outcome: {
        kind: 'sentence',
        says: /page was closed|no longer in view|No image was found/i,
        reason: 'it has gone',
      },
    }),
  ];
}
