import type { HostileCase } from '../hostile-case.ts';

const VERDICT = { kind: 'verdict' } as const;

/** Pages that leave nobody any time. */
export const load: readonly HostileCase[] = [
  {
    name: 'freezes its event loop when the menu is open',
    attack() {
      addEventListener('contextmenu', () => {
        setTimeout(() => {
          const end = performance.now() + 700;
          while (performance.now() < end);
        });
      });
    },
    outcome: VERDICT,
  },
  {
    name: 'freezes its event loop again and again',
    attack() {
      setInterval(() => {
        const end = performance.now() + 60;
        while (performance.now() < end);
      }, 80);
    },
    outcome: VERDICT,
  },
  {
    name: 'floods the document with changes',
    attack() {
      const box = document.createElement('div');
      box.hidden = true;
      addEventListener('load', () => document.body.append(box));
      setInterval(() => {
        for (let i = 0; i < 2_000; i += 1) box.append(document.createElement('i'));
        box.replaceChildren();
      }, 4);
    },
    outcome: VERDICT,
    isForBoth: true,
  },
  {
    name: 'answers each change of the document with another',
    attack() {
      let left = 20_000;
      new MutationObserver(() => {
        if (left-- > 0) document.documentElement.setAttribute('data-x', String(left));
      }).observe(document, { attributes: true, childList: true, subtree: true });
    },
    outcome: VERDICT,
  },
  {
    name: 'has 5,000 elements with pictures, one in the other',
    attack() {
      addEventListener('DOMContentLoaded', () => {
        let inner: Element = document.createElement('div');
        document.body.append(inner);
        for (let i = 0; i < 400; i += 1) {
          const next = document.createElement('div');
          inner.append(next);
          inner = next;
        }
        const many = document.createElement('div');
        many.style.cssText = 'position:absolute;top:3000px';
        for (let i = 0; i < 5_000; i += 1) {
          const one = document.createElement('span');
          one.style.backgroundImage = 'url(data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=)';
          many.append(one);
        }
        document.body.append(many);
      });
    },
    outcome: VERDICT,
  },
  {
    name: 'moves and resizes everything in each frame',
    attack() {
      const move = () => {
        document.documentElement.style.fontSize = `${10 + Math.random()}px`;
        const picture = document.querySelector('img');
        if (picture) picture.style.marginLeft = `${Math.random()}px`;
        scrollTo(0, Math.random() * 2);
        requestAnimationFrame(move);
      };
      addEventListener('contextmenu', move, { once: true }); // Not before: nobody can point at what moves.
    },
    outcome: VERDICT,
  },
  {
    name: 'posts messages and changes its address without end',
    attack() {
      setInterval(() => {
        for (let i = 0; i < 200; i += 1) window.postMessage({ type: 'openPanel', i }, '*');
        history.replaceState({}, '', `/?${Math.random()}`);
      }, 20);
    },
    outcome: VERDICT,
  },
];
