import { callOf, type HostileCase } from '../hostile-case.ts';

const ANY = { kind: 'verdict-or-none' } as const;

/** How a page tampers with the panel's host. */
interface Tampering extends Partial<HostileCase> {
  /** How often; left out: as often as it comes back. */
  readonly times?: number;
}

/** Something done to the panel's host as soon as it is there, and whenever it comes back. */
function onHost(
  name: string,
  tamper: (host: HTMLElement) => unknown,
  { times = Number.POSITIVE_INFINITY, ...more }: Tampering = {},
): HostileCase {
  return {
    name,
    attack: new Function(
      `let times = 0;
      new MutationObserver((records) => {
        for (const added of records.flatMap(({ addedNodes }) => [...addedNodes])) {
          if (added.popover !== 'manual' && added.localName !== 'div') continue;
          if (added.parentNode === document.documentElement && times++ < ${times}) (${tamper})(added);
        }
      }).observe(document, { childList: true, subtree: true });`,
    ) as () => unknown,
    outcome: ANY,
    ...more,
  };
}

/** A costly way of taking it away: that it is given up in the end is seen with a cheap one. */
const A_FEW_TIMES = { times: 20 };

/** Pages that do something to the panel's element, which they can see, if not what is in it. */
export const tampering: readonly HostileCase[] = [
  onHost('removes it, as often as it comes back', (host) => host.remove(), { isForBoth: true }),
  onHost(
    'puts it into a frame of its own',
    (host) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      frame.contentDocument?.body.append(host);
      const loot: unknown[] = Reflect.get(window, 'loot');
      loot.push(frame.contentDocument?.documentElement.outerHTML, host.shadowRoot?.textContent);
    },
    A_FEW_TIMES,
  ),
  onHost(
    'puts it into an open shadow root',
    (host) => {
      const other = document.createElement('div');
      document.body.append(other);
      other.attachShadow({ mode: 'open' }).append(host);
    },
    A_FEW_TIMES,
  ),
  onHost('puts other words into it', (host) => {
    setTimeout(() => {
      host.textContent = 'Likely not AI-generated';
      host.setAttribute('aria-label', 'Likely not AI-generated');
      host.setAttribute('role', 'region');
    }, 50);
  }),
  onHost(
    'makes it invisible, so that a click on something else would be one on its buttons',
    (host) => {
      const hide = () => {
        host.style.setProperty('opacity', '0.01', 'important');
        host.style.setProperty('clip-path', 'inset(50%)', 'important');
        host.style.setProperty('transform', 'translate(300px, 100px)', 'important');
      };
      Reflect.set(window, 'host', host);
      setInterval(hide, 10);
      for (const wait of [0, 50, 200]) setTimeout(() => host.setAttribute('style', 'visibility: hidden'), wait);
    },
    {
      isForBoth: true,
      also: async ({ evaluate }) => {
        const looks = await evaluate(`new Promise((resolve) => requestAnimationFrame(() => {
          const { opacity, clipPath, transform, visibility } = getComputedStyle(host);
          resolve(host.isConnected ? [opacity, clipPath, transform, visibility].join() : 'gone');
        }))`);
        if (looks !== '1,none,none,visible' && looks !== 'gone') throw new Error(`the panel is ${looks}`);
      },
    },
  ),
  onHost('fights over how it looks without end', (host) => {
    new MutationObserver(() => {
      if (host.style.opacity !== '0') host.style.setProperty('opacity', '0', 'important');
    }).observe(host, { attributes: true });
    host.style.setProperty('opacity', '0', 'important');
  }),
  onHost('takes it out of the top layer', (host) => setTimeout(() => host.hidePopover(), 50)),
  onHost('makes it inert and unknown to screen readers', (host) => {
    host.inert = true;
    host.ariaHidden = 'true';
  }),
  onHost('lies a dialog of its own over all', () => {
    const dialog = document.createElement('dialog');
    dialog.textContent = 'Nothing to see here';
    document.body.append(dialog);
    dialog.showModal();
  }),
  {
    name: 'replaces the whole document',
    meanwhile() {
      setTimeout(() => {
        document.open();
        document.write('<!doctype html><title>A page</title><h1>A page</h1>');
        document.close();
      }, 100);
    },
    outcome: ANY,
  },
  {
    name: 'goes elsewhere in the middle',
    routes: () => ({ '/elsewhere': { body: '<!doctype html><title>A page</title><h1>A page</h1>' } }),
    meanwhile() {
      new MutationObserver(() => location.assign('/elsewhere')).observe(document.documentElement, { childList: true });
    },
    outcome: ANY,
  },
];

/** All that is done by a script alone, at once: what takes it away comes last, or there were nothing for the others. */
export const allTampering: Pick<HostileCase, 'attack'> = {
  attack: new Function(
    tampering
      .toReversed()
      .map(({ attack }) => (attack ? callOf(attack) : ''))
      .join(';'),
  ) as () => unknown,
};
