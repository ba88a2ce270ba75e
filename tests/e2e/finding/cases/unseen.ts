import { AROUND, BACKGROUND, BLANK, BOX, COVER, type FindingCase } from '../finding-case.ts';

/** What nobody can see. */
export const UNSEEN: readonly FindingCase[] = [
  {
    name: 'nothing that cannot be seen',
    body: `<div style="${AROUND}"><img id="a" src="/a.jpg" style="${BOX}"><div style="opacity:0"><img id="spot" src="/b.jpg" style="${COVER};${BOX}"></div>
      <img src="/c.jpg" style="${COVER};${BOX};visibility:hidden;pointer-events:none"></div>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'the picture of a transparent image that repeats the background it lies on',
    body: `<div id="a" style="${AROUND};${BACKGROUND('a')}"><img id="spot" src="/a.jpg" style="${BOX};opacity:0"></div>`,
    pointed: { url: '/a.jpg' },
    found: ['a /a.jpg'],
  },
  {
    name: 'the background of the page comes last',
    body: `<style>body{${BACKGROUND('c')}}</style><div style="${AROUND}"><img id="spot" src="/a.jpg" style="${BOX}"></div>`,
    found: ['spot /a.jpg', 'body /c.jpg'],
  },
  {
    name: 'no background of the page in place of a picture that is not there yet',
    body: `<style>body{${BACKGROUND('c')}}</style><img id="spot" src="${BLANK}" style="${BOX}">`,
    found: ['spot not-loaded', 'body /c.jpg'],
  },
  {
    name: 'nothing where all is transparent',
    body: `<img id="spot" src="/a.jpg" style="${BOX};opacity:0">`,
    found: [],
  },
  { name: 'nothing where nothing is', body: `<p id="spot">Words</p>`, found: [] },
];
