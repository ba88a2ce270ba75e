import type { Page } from '../fixtures/serve-pages.ts';

/** A page that does not want anything but itself to be used while the panel is open in it. */
export interface PanelCase {
  readonly name: string;
  readonly page: Page;
  /** Runs in the page once the panel is open. */
  readonly afterwards?: string;
  /** Gives true where the page is as it was: nothing of it went, or heard a key. */
  readonly isUntouched: string;
}

const IMAGE = '<img id="image" alt="A picture" src="/photo.jpg" width="400" height="300">';

function page(body: string, script: string, headers: Record<string, string> = {}): Page {
  return {
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><h1>A page</h1>${body}
      <script>${script}</script>`,
    headers,
  };
}

/** What libraries for dialogs do: the focus is pulled back, clicks outside are swallowed, Tab goes around inside. */
const FOCUS_TRAP = `
  const box = document.getElementById('box');
  const isInside = ({ target }) => box.contains(target);
  window.heard = [];
  document.addEventListener('focusin', (event) => {
    if (isInside(event)) return;
    heard.push('focusin');
    event.stopImmediatePropagation();
    box.querySelector('button').focus();
  }, true);
  for (const type of ['pointerdown', 'mousedown', 'click']) document.addEventListener(type, (event) => {
    if (isInside(event)) return;
    heard.push(type);
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab') return;
    event.preventDefault();
    box.querySelector('button').focus();
  }, true);
  box.querySelector('button').focus();`;

/** A lightbox that goes with the first focus or click beside it. */
const LIGHTBOX = `
  for (const type of ['pointerdown', 'focusin']) document.addEventListener(type, ({ target }) => {
    const box = document.getElementById('box');
    if (box && !box.contains(target)) box.remove();
  });`;

/** A player that takes every key, before anybody else. */
const SHORTCUTS = `
  window.heard = [];
  for (const type of ['keydown', 'keyup', 'keypress']) addEventListener(type, (event) => {
    heard.push(event.key);
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);`;

/** A page that takes the focus back whenever its window loses it. */
const JEALOUS = `
  const field = document.getElementById('field');
  window.addEventListener('blur', () => field.focus());
  field.focus();`;

/** Pages in which layers of extensions have been of no use: each must leave the panel's buttons to the user. */
export const PANEL_CASES: readonly PanelCase[] = [
  {
    name: 'whose dialog holds the focus and swallows clicks outside',
    page: page(`<div id="box" role="dialog" aria-modal="true"><button>Previous</button>${IMAGE}</div>`, FOCUS_TRAP),
    isUntouched: 'heard.length === 0 && box.isConnected',
  },
  {
    name: 'whose lightbox goes at a click or focus beside it',
    page: page(`<div id="box">${IMAGE}</div>`, LIGHTBOX),
    isUntouched: `document.getElementById('box') !== null`,
  },
  {
    name: 'that takes every key on its window',
    page: page(IMAGE, SHORTCUTS),
    isUntouched: 'heard.length === 0',
  },
  {
    name: 'that takes the focus back',
    page: page(`<input id="field">${IMAGE}`, JEALOUS),
    isUntouched: 'field.value === ""',
  },
  {
    name: 'that opens a modal dialog after the panel',
    page: page(`${IMAGE}<dialog id="modal">Subscribe!</dialog>`, ''),
    afterwards: 'modal.showModal()',
    isUntouched: 'modal.open',
  },
  {
    name: 'that opens a modal dialog around the image and then closes it',
    page: page(`<dialog id="modal">${IMAGE}</dialog>`, 'modal.showModal()'),
    afterwards: 'modal.close()',
    isUntouched: '!modal.open',
  },
  {
    name: 'that removes the dialog in which the panel is',
    page: page(`<dialog id="modal">${IMAGE}</dialog>`, 'modal.showModal()'),
    afterwards: 'modal.remove()',
    isUntouched: 'true',
  },
  {
    name: 'that takes everything out of the document that it did not make',
    page: page(IMAGE, ''),
    afterwards: 'document.documentElement.lastElementChild.remove()',
    isUntouched: 'true',
  },
  {
    name: 'that lays a clear layer over everything, which lets clicks through',
    page: page(`${IMAGE}<div id="layer" popover="manual"></div>`, ''),
    afterwards: `layer.style.cssText = 'width:100vw;height:100vh;border:0;background:none;pointer-events:none'; layer.showPopover()`,
    isUntouched: `layer.matches(':popover-open')`,
  },
  {
    name: 'that makes all but its dialog inert',
    page: page(
      `<div id="box" role="dialog">${IMAGE}</div>`,
      `const others = () => [...document.documentElement.children].filter((one) => !one.contains(box));
      new MutationObserver(() => others().forEach((one) => { one.inert = true; })).observe(document, { childList: true, subtree: true });`,
    ),
    isUntouched: 'box.isConnected',
  },
  {
    name: 'that allows nothing, and has its frames sandboxed',
    page: page(IMAGE, '', { 'content-security-policy': "default-src 'none'; img-src 'self'; sandbox" }),
    isUntouched: 'true',
  },
  {
    name: 'that allows nothing',
    page: page(IMAGE, '', { 'content-security-policy': "default-src 'none'; img-src 'self'" }),
    isUntouched: 'true',
  },
];
