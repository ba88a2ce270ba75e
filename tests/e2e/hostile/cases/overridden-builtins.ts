import { type HostileCase, together } from '../hostile-case.ts';

const VERDICT = { kind: 'verdict' } as const;

/** A case in which functions of the page's world note what they are called with. They do their work all the same. */
function overriding(name: string, attack: () => unknown): HostileCase {
  return { name, attack, outcome: VERDICT };
}

/** Pages that replace what scripts take for granted, so that the extension's would call theirs. */
export const overriddenBuiltins: readonly HostileCase[] = [
  {
    ...overriding('every method of elements, nodes and shadow roots', () => {
      const loot: unknown[] = Reflect.get(window, 'loot');
      const { defineProperty, getOwnPropertyDescriptor, ownKeys, apply } = Reflect;
      for (const { prototype } of [Element, Node, HTMLElement, ShadowRoot, Document, HTMLButtonElement, EventTarget]) {
        for (const key of ownKeys(prototype)) {
          const old = getOwnPropertyDescriptor(prototype, key);
          if (typeof old?.value !== 'function' || key === 'constructor') continue;
          const value = function (this: unknown, ...args: unknown[]) {
            const texts = args.filter((one) => typeof one === 'string' && /likelihood|BitMind/.test(one));
            const modes = args.map((one) => Object(one).mode).filter((mode) => mode === 'closed');
            if (texts.length + modes.length > 0) loot.push('caught something', texts.join());
            return apply(old.value, this, args);
          };
          defineProperty(prototype, key, { ...old, value });
        }
      }
    }),
    isForBoth: true,
  },
  overriding(
    'what tells it something: requests, promises, elements, properties',
    together(listenAtRequests, listenAtPromises, listenAtElements, listenAtProperties),
  ),
  overriding(
    'what is relied on: open roots, other bytes, no drawing, no way from a root to what is in it',
    together(openRoots, giveOtherBytes, breakDrawing, hideWaysOut),
  ),
  overriding('every built-in by freezing it', () => {
    for (const name of Object.getOwnPropertyNames(window)) {
      const value: unknown = Reflect.get(window, name);
      if (typeof value !== 'function') continue;
      Object.freeze(value);
      if (value.prototype) Object.freeze(value.prototype);
    }
  }),
  {
    name: 'the document’s own properties by elements with their names',
    routes: () => ({}),
    attack() {
      const names = ['documentElement', 'body', 'querySelectorAll', 'querySelector', 'activeElement', 'createElement'];
      const more = [
        'fullscreenElement',
        'URL',
        'elementsFromPoint',
        'createElementNS',
        'defaultView',
        'addEventListener',
      ];
      addEventListener('load', () => {
        const box = document.createElement('div');
        box.hidden = true;
        for (const name of [...names, ...more]) {
          const image = new Image();
          image.name = name;
          box.append(image);
        }
        document.querySelector('h1')?.append(box);
      });
    },
    outcome: { kind: 'verdict-or-none' },
  },
  {
    name: 'the extension’s own globals by elements with their names',
    attack() {
      const names = [
        'bitmindLastRightClick',
        'checkWithBitmindCollected',
        'checkWithBitmindFinder',
        'checkWithBitmindLent-page',
        'checkWithBitmindLent-panel',
        'checkWithBitmindScript-page',
        'checkWithBitmindScript-panel',
        'checkWithBitmindShown',
        'checkWithBitmindTaken',
        'browser',
        'chrome',
      ];
      addEventListener('load', () => {
        for (const name of names) {
          for (const tag of ['form', 'object', 'embed', 'img']) {
            const element = document.createElement(tag);
            element.id = name;
            element.setAttribute('name', name);
            element.hidden = true;
            const field = document.createElement('input');
            field.name = 'element';
            if (tag === 'form') element.append(field);
            document.body.append(element);
          }
        }
      });
    },
    outcome: VERDICT,
  },
];

/** `fetch` and XMLHttpRequest, to see headers and answers. */
function listenAtRequests() {
  const loot: unknown[] = Reflect.get(window, 'loot');
  const { fetch } = window;
  window.fetch = (...args) => {
    loot.push('fetch', JSON.stringify(args), 'caught something');
    return fetch(...args);
  };
  for (const key of ['open', 'send', 'setRequestHeader'] as const) {
    const old: unknown = Reflect.get(XMLHttpRequest.prototype, key);
    Reflect.set(XMLHttpRequest.prototype, key, function (this: unknown, ...args: unknown[]) {
      loot.push(key, JSON.stringify(args), 'caught something');
      return typeof old === 'function' && old.apply(this, args);
    });
  }
}

/** Promise and its `then`. */
function listenAtPromises() {
  const { then } = Promise.prototype;
  const loot: unknown[] = Reflect.get(window, 'loot');
  // biome-ignore lint/suspicious/noThenProperty: this is the attack.
  Promise.prototype.then = function (...args) {
    return then.call(
      this,
      (value) => {
        if (/likelihood|checkId|BitMind/.test(JSON.stringify(value) ?? '')) loot.push('caught something', value);
        return (args[0] as (value: unknown) => unknown)?.(value);
      },
      args[1],
    ) as never;
  };
}

/** `customElements`, and every constructor of elements. */
function listenAtElements() {
  const loot: unknown[] = Reflect.get(window, 'loot');
  const { define } = customElements;
  customElements.define = (...args) => {
    loot.push('caught something', args[0]);
    return define.apply(customElements, args);
  };
  class Spy extends HTMLElement {
    connectedCallback() {
      loot.push(this.textContent);
    }
  }
  define.call(customElements, 'x-spy', Spy);
  Reflect.set(window, 'HTMLDivElement', Spy);
  Reflect.set(window, 'customElements', undefined);
}

/** Setters and getters on Object.prototype and Array.prototype. */
function listenAtProperties() {
  const loot: unknown[] = Reflect.get(window, 'loot');
  const names = ['checkId', 'view', 'headline', 'words', 'lines', 'request', 'type', 'apiKey', 'verdict', 'details'];
  for (const name of names) {
    Object.defineProperty(Object.prototype, name, {
      configurable: true,
      get: () => undefined,
      set(value) {
        loot.push('caught something', String(value));
        Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
      },
    });
  }
  const { map } = Array.prototype;
  Array.prototype.map = function (...args) {
    if (this.some((one) => Object(one).words)) loot.push('caught something');
    return map.apply(this, args) as never;
  };
}

/** `attachShadow`, so that every root is open. */
function openRoots() {
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (how) {
    return attachShadow.call(this, { ...how, mode: 'open' });
  };
}

/** `fetch`, to give other bytes for the picture. */
function giveOtherBytes() {
  window.fetch = async () => new Response('<svg xmlns="http://www.w3.org/2000/svg"/>');
}

/** Canvases, observers and blobs. */
function breakDrawing() {
  const nothing = () => {
    throw new Error('not here');
  };
  HTMLCanvasElement.prototype.getContext = nothing;
  HTMLCanvasElement.prototype.toBlob = nothing;
  for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver', 'Blob', 'File', 'URL', 'CSS'])
    Reflect.set(window, name, nothing);
  for (const name of [
    'createImageBitmap',
    'requestAnimationFrame',
    'getComputedStyle',
    'setTimeout',
    'structuredClone',
  ])
    Reflect.set(window, name, nothing);
}

/** The way from a shadow root to what is in it. */
function hideWaysOut() {
  for (const [prototype, name] of [
    [Node.prototype, 'getRootNode'],
    [Event.prototype, 'composedPath'],
  ] as const)
    Object.defineProperty(prototype, name, { value: () => [document] });
  Object.defineProperty(Event.prototype, 'isTrusted', { get: () => true });
  Object.defineProperty(Document.prototype, 'activeElement', { get: () => document.body });
}
