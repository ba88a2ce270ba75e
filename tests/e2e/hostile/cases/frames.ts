import { type HostileCase, hostilePage, pictureOf } from '../hostile-case.ts';

const VERDICT = { kind: 'verdict' } as const;

/** A frame that acts as if it were of the extension, and takes what it is told. */
const IMPERSONATOR = `<!doctype html><title>BitMind check</title><script>
  const tell = (what) => parent.postMessage({ loot: what }, '*');
  addEventListener('message', ({ data }) => data.loot || tell(data));
  for (const message of [{ type: 'openPanel' }, { type: 'getAccount' }, { type: 'agreeToSend' }]) parent.postMessage(message, '*');
  setInterval(() => {
    try { tell([...parent.document.documentElement.children].map((one) => one.shadowRoot?.textContent)); } catch {}
    try { tell([...Object.keys(parent.frames)]); } catch {}
  }, 30);
</script>`;

function collect() {
  const loot: unknown[] = Reflect.get(window, 'loot');
  addEventListener('message', ({ data }) => loot.push(JSON.stringify(data)));
}

/** Pages that put the extension's pages into theirs, or pages that look like them. */
export const frames: readonly HostileCase[] = [
  {
    name: 'with the extension’s own pages',
    attack({ extensionOrigin }) {
      addEventListener('load', () => {
        const loot: unknown[] = Reflect.get(window, 'loot');
        const files = ['options', 'popup', 'results', 'welcome', 'access', 'offscreen'];
        const frames = files.map((file) => {
          const frame = document.createElement('iframe');
          frame.src = `${extensionOrigin}/${file}.html`;
          document.body.append(frame);
          return frame;
        });
        setTimeout(() => {
          for (const frame of frames) {
            try {
              loot.push(frame.contentDocument?.documentElement.textContent);
            } catch {
              // It is of another origin: an error page.
            }
          }
          Reflect.set(window, 'isOver', true);
        }, 200);
      });
    },
    outcome: { kind: 'no-act' },
    also: async ({ evaluate }) => {
      const reached = await evaluate(
        'frames.length && [...document.querySelectorAll("iframe")].map((f) => { try { return f.contentWindow.length } catch { return "" } }).join()',
      );
      if (/[1-9]/.test(String(reached))) throw new Error('a page of the extension is in a frame');
    },
  },
  {
    name: 'that impersonate the extension, of the same site',
    routes: (known) => ({
      '/': hostilePage(
        { attack: collect },
        known,
        `${pictureOf('/a.jpg')}<iframe name="bitmind" src="/frame"></iframe>`,
      ),
      '/frame': { body: IMPERSONATOR },
    }),
    outcome: VERDICT,
    isForBoth: true,
  },
  {
    name: 'that impersonate the extension, of another site and of none',
    routes: (known) => ({
      '/': hostilePage(
        { attack: collect },
        known,
        `${pictureOf('/a.jpg')}<iframe name="bitmind" src="${known.otherOrigin}/frame"></iframe>
          <iframe sandbox="allow-scripts" srcdoc="${IMPERSONATOR.replaceAll('"', '&quot;')}"></iframe>`,
      ),
      '/frame': { body: IMPERSONATOR },
    }),
    outcome: VERDICT,
  },
  {
    name: 'forty of them',
    routes: (known) => ({
      '/': hostilePage({}, known, `${pictureOf('/a.jpg')}${'<iframe srcdoc="<p>a"></iframe>'.repeat(40)}`),
    }),
    outcome: VERDICT,
  },
];
