import { BACKGROUND, BOX, type FindingCase } from '../finding-case.ts';

/** What is in shadow roots, slots and dialogs. */
export const ROOTS: readonly FindingCase[] = [
  {
    name: 'an image in nested shadow roots, open and closed',
    body: `<div id="spot" style="${BOX}"></div><script>
      const inner = spot.attachShadow({ mode: 'open' }).appendChild(document.createElement('section'));
      const image = inner.attachShadow({ mode: 'closed' }).appendChild(new Image());
      image.id = 'a'; image.src = '/a.jpg'; image.style = '${BOX}';
    </script>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'an image that lets the mouse through, in a closed shadow root',
    body: `<x-y id="spot" style="display:block;${BOX}"></x-y><script>
      const image = spot.attachShadow({ mode: 'closed' }).appendChild(new Image());
      image.id = 'a'; image.src = '/a.jpg'; image.style = '${BOX};pointer-events:none';
    </script>`,
    found: ['a /a.jpg'],
  },
  {
    name: 'what is in a slot above the background behind it',
    body: `<div id="host"><img id="spot" src="/a.jpg" style="${BOX}"></div><script>
      const root = host.attachShadow({ mode: 'closed' });
      const box = root.appendChild(document.createElement('div'));
      box.id = 'b'; box.style = '${BOX};${BACKGROUND('b')}';
      box.append(document.createElement('slot'));
    </script>`,
    found: ['spot /a.jpg', 'b /b.jpg'],
  },
  {
    name: 'an image in a modal dialog above the page',
    body: `<img id="b" src="/b.jpg" style="position:fixed;inset:0;width:100%;height:100%">
      <dialog id="dialog"><img id="spot" src="/a.jpg" style="${BOX}"></dialog><script>dialog.showModal()</script>`,
    found: ['spot /a.jpg', 'b /b.jpg'],
  },
];
