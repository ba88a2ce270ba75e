import { AROUND, BOX, COVER, type FindingCase } from '../finding-case.ts';

/** Videos. */
export const VIDEOS: readonly FindingCase[] = [
  { name: 'a video', body: `<video id="spot" src="/a.mp4" style="${BOX}"></video>`, found: ['spot video'] },
  {
    name: 'the file of a video that names it in a source',
    body: `<video id="spot" style="${BOX}"><source src="/a.mp4"></video>`,
    found: ['spot video'],
  },
  {
    name: 'a video that looks like a GIF: silent, without controls, over and over',
    body: `<a href="#"><video id="spot" src="/a.mp4" autoplay muted loop playsinline style="${BOX}"></video></a>`,
    found: ['spot video'],
  },
  {
    name: "a video below a player's own controls",
    body: `<div style="${AROUND}"><video id="a" src="/a.mp4" style="${BOX}"></video><div style="${COVER}"><button id="spot" style="${COVER}">Play</button></div></div>`,
    found: ['a video'],
  },
  {
    name: 'a poster where there is no video',
    body: `<video id="spot" poster="/p.jpg" style="${BOX}"></video>`,
    found: ['spot /p.jpg'],
  },
  ...(['open', 'closed'] as const).map((mode) => ({
    name: `a video in a shadow root that is ${mode}`,
    body: `<x-y id="spot" style="display:block;${BOX}"></x-y><script>
      const film = spot.attachShadow({ mode: '${mode}' }).appendChild(document.createElement('video'));
      film.id = 'a'; film.src = '/a.mp4'; film.style = 'display:block;${BOX}';</script>`,
    found: ['a video'],
  })),
];
