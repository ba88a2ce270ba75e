import type { HostileCase } from '../hostile-case.ts';

const NO_ACT = { kind: 'no-act' } as const;

/** Pages that try the doors which extensions can leave open. */
export const reaching: readonly HostileCase[] = [
  {
    name: 'by messages to it (externally_connectable)',
    attack({ extensionOrigin }) {
      const loot: unknown[] = Reflect.get(window, 'loot');
      const { host } = new URL(extensionOrigin);
      const runtime = Reflect.get(Object(Reflect.get(window, 'chrome')), 'runtime');
      const message = { type: 'getSavedAccount', request: {}, messageId: 'a' };
      try {
        runtime?.sendMessage(host, message, (answer: unknown) => loot.push('answered', JSON.stringify(answer)));
        runtime
          ?.connect(host, { name: 'checks:private:' })
          .onMessage.addListener((state: unknown) => loot.push('answered', state));
      } catch (error) {
        loot.push(String(error));
      }
      setTimeout(() => Reflect.set(window, 'isOver', true), 200);
    },
    outcome: NO_ACT,
    also: async ({ evaluate }) => {
      if (String(await evaluate('JSON.stringify(loot)')).includes('answered')) throw new Error('it answers pages');
    },
    isForBoth: true,
  },
  {
    name: 'by its files (web-accessible resources), as every kind of element and request',
    attack({ extensionOrigin }) {
      const loot: unknown[] = Reflect.get(window, 'loot');
      const files = [
        'manifest.json',
        'page.js',
        'background.js',
        'sample.jpg',
        'icon/128.png',
        'popup.html',
        'c2pa.wasm',
      ];
      const tries = files.flatMap((file) => {
        const address = `${extensionOrigin}/${file}`;
        const element = (tag: string, attribute: string) =>
          new Promise<void>((resolve) => {
            const one = document.createElement(tag);
            one.setAttribute(attribute, address);
            if (tag === 'link') one.setAttribute('rel', 'stylesheet');
            one.onload = () => resolve(void loot.push(`got ${file} by ${tag}`));
            one.onerror = () => resolve();
            document.documentElement.append(one);
          });
        return [
          fetch(address).then(
            () => loot.push(`got ${file} by fetch`),
            () => undefined,
          ),
          fetch(address, { mode: 'no-cors' }).then(
            () => loot.push(`got ${file} by no-cors`),
            () => undefined,
          ),
          import(/* @vite-ignore */ address).then(
            () => loot.push(`got ${file} by import`),
            () => undefined,
          ),
          element('img', 'src'),
          element('script', 'src'),
          element('link', 'href'),
        ];
      });
      void Promise.all(tries).then(() => Reflect.set(window, 'isOver', true));
    },
    outcome: NO_ACT,
    also: async ({ evaluate }) => {
      const loot = String(await evaluate('JSON.stringify(loot)'));
      if (loot.includes('got ')) throw new Error(`a page gets files of the extension: ${loot}`);
    },
  },
  {
    name: 'by windows of its pages',
    attack({ extensionOrigin }) {
      const loot: unknown[] = Reflect.get(window, 'loot');
      const opened = window.open(`${extensionOrigin}/options.html`);
      setTimeout(() => {
        try {
          loot.push(opened?.document.documentElement.textContent);
        } catch {
          // It is closed to the page.
        }
        opened?.close();
        Reflect.set(window, 'isOver', true);
      }, 200);
    },
    outcome: NO_ACT,
  },
  {
    name: 'by requests to the service in the user’s name',
    attack() {
      const asked = ['https://enterprise.bitmind.ai/status', 'https://enterprise.bitmind.ai/image'].map((address) =>
        fetch(address, { credentials: 'include', mode: 'no-cors' }).catch(() => undefined),
      );
      void Promise.all(asked).then(() => Reflect.set(window, 'isOver', true));
    },
    outcome: NO_ACT,
  },
];
