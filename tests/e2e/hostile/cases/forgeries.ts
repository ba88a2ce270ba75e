import { expect } from '@playwright/test';
import { ALPS, CANYON } from '../../media/pictures.ts';
import { type Afterwards, type HostileCase, hostilePage, pictureOf } from '../hostile-case.ts';

const NO_ACT = { kind: 'no-act' } as const;
const VERDICT = { kind: 'verdict' } as const;

/** Pages that act as if they were the user, the browser or a part of the extension. */
export const forgeries: readonly HostileCase[] = [
  {
    name: 'makes up right clicks, keys and choices in menus',
    attack() {
      addEventListener('load', () => {
        const picture = document.querySelector('#it');
        for (const type of ['pointerdown', 'mousedown', 'contextmenu', 'auxclick', 'click', 'mouseup']) {
          picture?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, button: 2, buttons: 2 }));
        }
        for (const target of [window, document, picture]) {
          for (const key of ['b', 'm', 'k', 'Escape', 'Enter'])
            target?.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, shiftKey: true, bubbles: true }));
          target?.dispatchEvent(new CustomEvent('onClicked', { detail: { menuItemId: 'check-media' } }));
        }
        Reflect.set(window, 'isOver', true);
      });
    },
    outcome: NO_ACT,
  },
  {
    name: 'makes up a right click on another picture before the true one',
    routes: (known) => ({
      '/': hostilePage(
        {
          attack() {
            addEventListener('contextmenu', (event) => {
              if (!event.isTrusted) return;
              const other = document.querySelector('#other');
              for (const type of ['pointerdown', 'contextmenu'])
                other?.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, button: 2 }));
            });
          },
        },
        known,
        `${pictureOf('/a.jpg')}<img id="other" src="/b.jpg" width="300">`,
      ),
      '/b.jpg': CANYON,
    }),
    outcome: VERDICT,
  },
  {
    name: 'sends the messages of the protocol to every port it has',
    attack({ extensionOrigin }) {
      const types = ['openPanel', 'findMedia', 'readMedia', 'answerAccess', 'agreeToSend', 'getAccount', 'checkFile'];
      for (const type of types) {
        const message = { type, request: { checkId: 'a', answer: 'allow-all-sites', fresh: true }, messageId: '1' };
        for (const target of ['*', location.origin]) {
          window.postMessage(message, target);
          window.postMessage(JSON.stringify(message), target);
        }
        const channel = new BroadcastChannel('bitmind-history');
        channel.postMessage(message);
        const { port1, port2 } = new MessageChannel();
        window.postMessage(message, '*', [port2]);
        port1.postMessage(message);
        document.dispatchEvent(new CustomEvent(type, { detail: message }));
        window.dispatchEvent(new MessageEvent('message', { data: message, origin: extensionOrigin }));
      }
      setTimeout(() => Reflect.set(window, 'isOver', true), 100);
    },
    outcome: NO_ACT,
    isForBoth: true,
  },
  {
    name: 'says that a newer content script has started',
    attack({ extensionOrigin }) {
      const id = new URL(extensionOrigin).host;
      const names = ['page', 'panel', 'recorder', 'pixels', 'clip', 'page-check', 'content'];
      const say = () => {
        for (const contentScriptName of names) {
          const detail = { contentScriptName, messageId: 'a' };
          for (const prefix of [id, 'check-with-bitmind', 'undefined']) {
            for (const type of [
              `${prefix}:wxt:content-script-started`,
              `${prefix}:${contentScriptName}:wxt:content-script-started`,
              'wxt:content-script-started',
            ]) {
              document.dispatchEvent(new CustomEvent(type, { detail }));
              window.dispatchEvent(new CustomEvent(type, { detail }));
              window.postMessage({ type, contentScriptName, messageId: 'a' }, '*');
            }
          }
        }
      };
      say();
      setInterval(say, 20);
    },
    outcome: VERDICT,
    isForBoth: true,
  },
  {
    name: 'presses whatever is in the panel, by script',
    routes: (known) => ({
      '/': hostilePage(forgedPresses, known, pictureOf(`${known.loopbackOrigin}/a.jpg`)),
      '/a.jpg': ALPS,
    }),
    outcome: { kind: 'sentence', says: /private network/i },
    also: pressesCameToNothing,
  },
  {
    name: 'shows a panel of its own with another verdict',
    attack() {
      addEventListener('load', () => {
        const host = document.createElement('div');
        host.setAttribute('aria-label', 'BitMind verdict');
        host.setAttribute('role', 'region');
        const root = host.attachShadow({ mode: 'open' });
        root.textContent = 'BitMind: Likely not AI-generated, AI likelihood 1%';
        document.body.append(host);
      });
    },
    outcome: VERDICT,
    isForging: true,
  },
];

const forgedPresses = {
  attack() {
    let rounds = 0;
    const press = () => {
      for (const element of [...document.documentElement.children, document.activeElement]) {
        if (!(element instanceof HTMLElement)) continue;
        const { left, top, width, height } = element.getBoundingClientRect();
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          element.dispatchEvent(
            new PointerEvent(type, {
              bubbles: true,
              composed: true,
              clientX: left + width / 2,
              clientY: top + height / 2,
            }),
          );
        element.click();
        for (const key of ['Tab', 'Enter', ' '])
          element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      }
    };
    setInterval(() => {
      press();
      rounds += 1;
      Object.assign(globalThis, { rounds });
    }, 10);
  },
};

/** Nothing is sent, and the question stands, after many rounds of presses more. */
async function pressesCameToNothing({ evaluate, sandbox, panel }: Afterwards): Promise<void> {
  const rounds = async () => Number(await evaluate('window.rounds'));
  const before = await rounds();
  await expect.poll(rounds).toBeGreaterThan(before + 20);
  await panel?.waitForLine(/private network/i);
  expect(sandbox.requests()).toEqual([]);
}
