import { type HostileCase, together } from '../hostile-case.ts';

const VERDICT = { kind: 'verdict' } as const;

/** Pages that want to know what is in the panel, and what is behind it. */
export const reading: readonly HostileCase[] = [
  {
    name: 'looks into every node that is added, by every way into a shadow root',
    attack() {
      const loot: unknown[] = Reflect.get(window, 'loot');
      const ways: readonly ((element: HTMLElement) => unknown)[] = [
        (element) => element.shadowRoot?.textContent,
        (element) => element.attachShadow({ mode: 'open' }).textContent,
        (element) => element.getHTML({ serializableShadowRoots: true, shadowRoots: [] }),
        (element) => element.attachInternals().shadowRoot?.textContent,
        (element) => Reflect.get(element, 'innerText'),
        (element) => element.cloneNode(true).textContent,
        (element) => new XMLSerializer().serializeToString(element),
        (element) => element.getAnimations({ subtree: true }).map((one) => JSON.stringify(one.effect)),
        (element) => element.ariaLabel,
        (element) => [...(element.assignedSlot?.textContent ?? '')],
      ];
      new MutationObserver((records) => {
        for (const added of records.flatMap(({ addedNodes }) => [...addedNodes])) {
          if (!(added instanceof HTMLDivElement) || added.parentNode !== document.documentElement) continue;
          for (const way of ways) {
            const look = () => {
              try {
                loot.push(way(added));
              } catch {
                // This way is closed.
              }
            };
            look();
            setInterval(look, 50);
          }
        }
      }).observe(document, { childList: true, subtree: true });
    },
    outcome: VERDICT,
    isForBoth: true,
  },
  {
    name: 'learns what the browser tells of it: by events, selections, places, the timeline and fonts',
    routes: () => ({ '/font': { status: 404 } }),
    attack: together(hearEveryEvent, selectAll, askEachPlace, watchTimeline, loadFonts),
    outcome: VERDICT,
    also: async ({ evaluate, pages }) => {
      const all = await evaluate('JSON.stringify([performance.getEntries(), loot])');
      if (/extension:\/\//.test(String(all))) throw new Error('the page learns an address of the extension');
      const digits = pages.requests('/font').map(({ search }) => search);
      if (digits.length > 0) throw new Error(`the page learns which digits are drawn: ${digits}`);
    },
  },
  {
    name: 'styles whatever is in it',
    attack() {
      const style = document.createElement('style');
      style.textContent = `
        * { all: unset !important; display: none !important }
        *::part(x), :host, :host-context(html), ::slotted(*) { color: red !important; content: attr(aria-label) }
        html, body, img { display: block !important }`;
      document.documentElement.append(style);
    },
    outcome: VERDICT,
    isForBoth: true,
  },
];

/** Hears every event, and follows its path. */
function hearEveryEvent() {
  const loot: unknown[] = Reflect.get(window, 'loot');
  const types = Object.keys(Object.getOwnPropertyDescriptors(HTMLElement.prototype)).concat(Object.keys(window));
  const heard = types.filter((type) => type.startsWith('on')).map((type) => type.slice(2));
  const more = ['focusin', 'focusout', 'DOMSubtreeModified', 'DOMNodeInserted', 'slotchange', 'compositionstart'];
  for (const type of new Set([...heard, ...more])) {
    const hear = (event: Event) => {
      const path = event.composedPath().map((one) => (one instanceof Node ? one.textContent : ''));
      const related = Reflect.get(event, 'relatedTarget');
      loot.push(type, path, related instanceof Node && related.textContent, Reflect.get(event, 'data'));
    };
    if (type !== 'beforeunload' && type !== 'unload') window.addEventListener(type, hear, { capture: true });
  }
}

/** Selects all, copies it and searches it. */
function selectAll() {
  const loot: unknown[] = Reflect.get(window, 'loot');
  const look = () => {
    document.execCommand('selectAll');
    const selection = getSelection();
    loot.push(String(selection), selection?.rangeCount && selection.getRangeAt(0).cloneContents().textContent);
    const ranges = Reflect.get(selection ?? {}, 'getComposedRanges');
    if (typeof ranges === 'function')
      for (const one of ranges.call(selection)) loot.push(one.startContainer.textContent, one.endContainer.textContent);
  };
  setInterval(look, 50);
}

/** Asks what is at each place of the window. */
function askEachPlace() {
  const loot: unknown[] = Reflect.get(window, 'loot');
  const look = () => {
    for (let x = 0; x < innerWidth; x += 40) {
      for (let y = 0; y < innerHeight; y += 20) {
        for (const element of document.elementsFromPoint(x, y)) {
          const { textContent } = element;
          if (element !== document.body && element !== document.documentElement && !loot.includes(textContent))
            loot.push(textContent);
        }
        const caret = document.caretPositionFromPoint(x, y);
        const text = caret?.offsetNode.textContent;
        if (caret && caret.offsetNode !== document.body && !loot.includes(text)) loot.push(text);
      }
    }
  };
  setInterval(look, 100);
}

/** Watches every entry of the performance timeline. */
function watchTimeline() {
  const loot: unknown[] = Reflect.get(window, 'loot');
  const note = (list: PerformanceObserverEntryList) => {
    for (const entry of list.getEntries()) {
      const element = Reflect.get(entry, 'element');
      const sources: unknown[] = Reflect.get(entry, 'sources') ?? [];
      const nodes = [element, ...sources.map((one) => Reflect.get(Object(one), 'node'))];
      loot.push(JSON.stringify(entry), ...nodes.map((node) => node instanceof Node && node.textContent));
    }
  };
  for (const type of PerformanceObserver.supportedEntryTypes) {
    new PerformanceObserver(note).observe({ type, buffered: true });
  }
}

/** Has fonts of its own loaded for each digit that is drawn. */
function loadFonts() {
  const families = ['system-ui', 'Segoe UI', 'Roboto', 'Noto Sans', 'Helvetica Neue', 'sans-serif'];
  const digits = [...'0123456789%'].map((digit) => [digit, digit.charCodeAt(0).toString(16)]);
  const faces = families.flatMap((family) =>
    digits.map(
      ([digit = '', code]) =>
        `@font-face { font-family: "${family}"; src: url("/font?${encodeURIComponent(digit)}"); unicode-range: U+${code} }`,
    ),
  );
  const style = document.createElement('style');
  style.textContent = faces.join('\n');
  document.documentElement.append(style);
}
