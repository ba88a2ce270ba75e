import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fakeEvent } from './fake-event.ts';
import { keepSessionQuota } from './session-quota.ts';

/** Who sends a message or opens a port, as the browser stamps it. */
export interface Sender {
  readonly id: string;
  readonly url: string;
  readonly tab?: { readonly id: number };
  readonly frameId?: number;
}

/** A tab as the background reaches it. */
export interface TabInBrowser {
  readonly id: number;
  /** The address of what it shows now. */
  readonly url: string;
  readonly isPrivate?: boolean;
  /** Puts the extension's scripts into its page. */
  inject(): void;
  /** What the scripts in its page answer to a message; rejects where there is none, and when the page goes meanwhile. */
  answer(message: { readonly type: string; readonly request: unknown }): Promise<unknown>;
}

/** The other end of a port to the background. */
export interface PortToBackground {
  disconnect(): void;
}

/** The browser around the background. */
export interface ExtensionApi {
  readonly tabs: Map<number, TabInBrowser>;
  /** The sites that are granted, as match patterns; all of them at first. */
  readonly sites: ReadonlySet<string>;
  /** The scripts that are registered for pages: their ids, and where they go. */
  readonly registered: ReadonlyMap<string, RegisteredScript>;
  /** What an administrator has set. */
  readonly policy: Record<string, unknown>;
  /** Has these granted, and no others; the background is told. */
  grantAlone(...sites: readonly string[]): void;
  /** The sender of the extension's own pages. */
  readonly ownPage: Sender;
  /** Sends a message; gives the value of the answer, and throws where that is an error. */
  send(sender: Sender, type: string, request: unknown): Promise<unknown>;
  /** Opens a port; `onMessage` gets what the background posts. */
  connect(sender: Sender, name: string, onMessage: (message: unknown) => void): PortToBackground;
  /** The user chooses an item of the menus, in a tab. */
  choose(info: { readonly menuItemId: string } & Readonly<Record<string, unknown>>, tab: TabInBrowser): void;
}

interface RegisteredScript {
  readonly id: string;
  readonly matches: readonly string[];
}

/** What is asked of `scripting.executeScript`. */
interface Injection {
  readonly target: { readonly tabId: number };
  /** Left out for a function. */
  readonly files?: readonly string[];
}

const NOBODY_THERE = 'Could not establish connection. Receiving end does not exist.';

/** Whether an address is meant by a match pattern of one host or of all. */
function isMeant(pattern: string, address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return pattern === '<all_urls>' || pattern === `${protocol}//${hostname}/*`;
}

/**
 * Gives the fake browser all of the extension's API that the background uses and it does not have. All sites are granted, and
 * nothing is said by an administrator, until a test says else.
 */
export function extensionApi(): ExtensionApi {
  const tabs = new Map<number, TabInBrowser>();
  const sites = new Set(['<all_urls>']);
  const registered = new Map<string, RegisteredScript>();
  const policy: Record<string, unknown> = {};
  const { runtime } = fakeBrowser;
  const onMessage = fakeEvent<[message: unknown, sender: Sender, answer: (answer: unknown) => void]>();
  const onConnect = fakeEvent<[port: unknown]>();
  const onClicked = fakeEvent<[info: object, tab: object]>();
  const nothing = async () => undefined;
  const none = async () => [];

  function tabOf(tabId: number): TabInBrowser {
    const tab = tabs.get(tabId);
    if (!tab) throw new Error(`No tab with id: ${tabId}.`);
    return tab;
  }

  Object.assign(fakeBrowser.runtime, {
    onMessage,
    onConnect,
    getPlatformInfo: async () => ({ os: 'linux' }),
    getManifest: () => ({ version: '0.0.0', host_permissions: [] }),
    openOptionsPage: nothing,
  });
  Object.assign(fakeBrowser.contextMenus, { onClicked, create: () => undefined, update: nothing, removeAll: nothing });
  Object.assign(fakeBrowser.commands, { onCommand: fakeEvent() });
  Object.assign(fakeBrowser.windows, { onRemoved: fakeEvent(), getAll: none });
  const [onAdded, onRemoved] = [fakeEvent<[]>(), fakeEvent<[]>()];
  const isGranted = (wanted: string) => {
    const address = wanted.replace(/\*$/, '');
    return sites.has(wanted) || (address.includes('://') && [...sites].some((site) => isMeant(site, address)));
  };
  Object.assign(fakeBrowser.permissions, {
    contains: async ({ origins }: { readonly origins: readonly string[] }) => origins.every(isGranted),
    getAll: async () => ({ origins: [...sites] }),
    onAdded,
    onRemoved,
  });
  Object.assign(fakeBrowser.storage.managed, { get: async () => structuredClone(policy) });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async ({ ids }: { readonly ids: readonly string[] }) =>
      ids.flatMap((id) => registered.get(id) ?? []),
    async registerContentScripts(scripts: readonly RegisteredScript[]) {
      for (const script of scripts) registered.set(script.id, script);
    },
    async unregisterContentScripts({ ids }: { readonly ids: readonly string[] }) {
      for (const id of ids) registered.delete(id);
    },
    async executeScript({ target, files }: Injection) {
      const tab = tabOf(target.tabId);
      if (files) tab.inject();
      return [{ frameId: 0 }];
    },
  });
  const told = ({ id, url, isPrivate = false }: TabInBrowser) => ({
    id,
    url,
    active: true,
    windowId: 1,
    incognito: isPrivate,
  });
  Object.assign(fakeBrowser.tabs, {
    get: async (tabId: number) => told(tabOf(tabId)),
    query: async ({ url: patterns = ['<all_urls>'] }: { readonly url?: readonly string[] }) =>
      [...tabs.values()].filter(({ url }) => patterns.some((pattern) => isMeant(pattern, url))).map(told),
    async sendMessage(tabId: number, message: Parameters<TabInBrowser['answer']>[0]) {
      if (!tabs.has(tabId)) throw new Error(NOBODY_THERE);
      return tabOf(tabId).answer(structuredClone(message));
    },
  });
  Object.assign(fakeBrowser.action, {
    setBadgeText: nothing,
    setBadgeBackgroundColor: nothing,
  });
  Object.assign(fakeBrowser.declarativeNetRequest, { getSessionRules: none, updateSessionRules: nothing });
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: nothing });
  keepSessionQuota();

  return {
    tabs,
    sites,
    registered,
    policy,
    grantAlone(...granted) {
      const isLess = [...sites].some((site) => !granted.includes(site));
      const isMore = granted.some((site) => !sites.has(site));
      sites.clear();
      for (const site of granted) sites.add(site);
      if (isMore) onAdded.dispatch();
      if (isLess) onRemoved.dispatch();
    },
    ownPage: { id: runtime.id, url: runtime.getURL('/options.html') },
    async send(sender, type, request) {
      const message = structuredClone({ type, request, messageId: crypto.randomUUID() });
      const { promise, resolve } = Promise.withResolvers<unknown>();
      onMessage.dispatch(message, sender, resolve);
      return answered(await promise);
    },
    connect: (sender, name, onMessage) => connect(onConnect.dispatch, { sender, name, onMessage }),
    choose: (info, tab) => onClicked.dispatch(info, { id: tab.id, url: tab.url, incognito: false }),
  };
}

/** The two ends of a port. */
function connect(
  open: (port: unknown) => void,
  { sender, name, onMessage }: { sender: Sender; name: string; onMessage: (message: unknown) => void },
): PortToBackground {
  const [onDisconnect, posted] = [fakeEvent<[]>(), fakeEvent<[message: unknown]>()];
  let isOpen = true;
  const postMessage = (message: unknown) => {
    if (!isOpen) throw new Error('Attempting to use a disconnected port object');
    const copy = structuredClone(message);
    queueMicrotask(() => isOpen && onMessage(copy));
  };
  const disconnect = () => {
    isOpen = false;
  };
  open({ name, sender, postMessage, disconnect, onDisconnect, onMessage: posted });
  return {
    disconnect() {
      if (!isOpen) return;
      isOpen = false;
      onDisconnect.dispatch();
    },
  };
}

function answered(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) throw new Error('no answer of the protocol');
  if (answer.ok === true) return 'value' in answer ? answer.value : undefined;
  throw new Error(`the background answers ${JSON.stringify(answer)}`);
}
