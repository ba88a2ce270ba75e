/**
 * Everything that a script of the page can get at, as text: made in the page, as an attacker would. `loot` is what the attack
 * has got hold of by itself.
 */
export async function readEverything(): Promise<string> {
  const seen: string[] = [];
  const note = (what: () => unknown) => {
    try {
      seen.push(String(what()));
    } catch {
      // What cannot be read tells nothing.
    }
  };
  const walk = (root: Document | ShadowRoot | Element) => {
    // Elements of a document can have the names of its methods.
    const { prototype } =
      root.nodeType === Node.DOCUMENT_NODE ? Document : root instanceof Element ? Element : DocumentFragment;
    for (const element of prototype.querySelectorAll.call(root, '*')) {
      note(() => element.outerHTML);
      note(() => element.getAttributeNames().map((name) => element.getAttribute(name)));
      note(() => Object.getOwnPropertyNames(element).map((name) => Reflect.get(element, name)));
      if (element.shadowRoot) walk(element.shadowRoot);
      const inFrame: unknown = Reflect.get(element, 'contentDocument'); // Of its own origin, as that of the panel.
      if (element instanceof HTMLIFrameElement && inFrame) walk(inFrame as Document);
    }
  };
  walk(document);
  const { createElement, querySelector } = Document.prototype;
  const usual = createElement.call(document, 'iframe') as HTMLIFrameElement;
  querySelector.call(document, 'h1')?.append(usual);
  const known = new Set(Reflect.ownKeys(usual.contentWindow ?? window));
  usual.remove();
  for (const key of Reflect.ownKeys(window).filter((one) => !known.has(one) && one !== 'loot')) {
    note(() => String(key));
    note(() => JSON.stringify(Reflect.get(window, key)));
  }
  note(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
  note(() => [window.name, document.cookie, location.href, document.referrer]);
  for (const entry of performance.getEntries()) note(() => JSON.stringify(entry));
  const databases = await indexedDB.databases?.().catch(() => []);
  note(() => JSON.stringify(databases));
  note(() => Object.keys(Reflect.get(window, 'chrome') ?? {}));
  note(() => JSON.stringify(Reflect.get(window, 'loot')));
  return seen.join('\n');
}
