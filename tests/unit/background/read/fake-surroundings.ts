import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Reading } from '../../../../src/background/read/reading.ts';
import type { PageMedia } from '../../../../src/core/check/media-reference.ts';
import { smallPng } from '../../tiny-images.ts';

/** What a site is told when the background asks it for a file. */
export interface Told {
  readonly credentials: RequestCredentials | undefined;
  readonly cache: RequestCache | undefined;
  readonly referrer?: string;
}

/** How an image looks to the decoder, which is the browser's. */
interface Look {
  readonly width: number;
  readonly height: number;
  readonly isPlain?: boolean;
  /** From 0 to 255. */
  readonly opacity?: number;
}

/** What is around a reading. Left out: nobody has anything. */
export interface Surroundings {
  /** What the page's script answers, by the message; `undefined`: there is none. */
  readonly page?: Readonly<Record<string, unknown>>;
  readonly hasAccess?: boolean;
  readonly site?: (told: Told) => Response | Blob;
  readonly look?: (image: Blob) => Look;
  /** The browser refuses to capture the screen. */
  readonly isScreenClosed?: boolean;
}

/** The size of a picture that nothing else is said of. */
export const SHOWN = { width: 400, height: 200 };

/** Where such a picture is on the screen. */
export const AREA = { left: 0, top: 0, ...SHOWN, viewportWidth: 400, isPartial: false };

interface SessionRule {
  readonly id: number;
  readonly action: { readonly requestHeaders?: readonly { readonly header: string; readonly value?: string }[] };
}

/** Puts a reading of an address into surroundings; `told` is what its site was told, request by request. */
export function readingIn(around: Surroundings, media: Partial<PageMedia>): { reading: Reading; told: Told[] } {
  const { page = {}, hasAccess = true, site = () => new Response('no', { status: 403 }) } = around;
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path) => `chrome-extension://abcdef${path}`);
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => hasAccess);
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockResolvedValue([] as never);
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ active: true, windowId: 1 } as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(async (_tab, message) => {
    const { type } = message as { readonly type: string };
    if (!(type in page)) throw new Error('Receiving end does not exist.');
    return page[type];
  });
  Object.assign(fakeBrowser.tabs, {
    captureVisibleTab: async () => {
      if (around.isScreenClosed) throw new Error('no permission');
      return `data:image/png;base64,${Buffer.from(await smallPng().arrayBuffer()).toString('base64')}`;
    },
  });
  let rules: SessionRule[] = [];
  Object.assign(fakeBrowser.declarativeNetRequest, {
    getSessionRules: async () => rules,
    updateSessionRules: async ({
      addRules = [],
      removeRuleIds = [],
    }: {
      addRules?: SessionRule[];
      removeRuleIds?: number[];
    }) => {
      rules = [...rules.filter(({ id }) => !removeRuleIds.includes(id)), ...addRules];
    },
  });
  decodeAs(around.look ?? (() => SHOWN));
  const told: Told[] = [];
  const fetch = async (_url: unknown, init?: RequestInit) => {
    const headers = rules.flatMap(({ action }) => action.requestHeaders ?? []);
    const referrer = headers.find(({ header }) => header === 'referer')?.value;
    const one = { credentials: init?.credentials, cache: init?.cache, ...(referrer !== undefined && { referrer }) };
    told.push(one);
    const answer = site(one);
    return answer instanceof Response ? answer : new Response(answer);
  };
  const whole: PageMedia = {
    kind: 'image',
    pointedBy: 'menu',
    pageUrl: 'about:blank', // It sends no referrer.
    tabId: 1,
    frameId: 0,
    isPrivate: false,
    ...media,
  };
  const reading: Reading = {
    check: { id: '1', state: 'reading', media: whole, fromScreen: false, startedAt: 0 },
    media: whole,
    limits: { maxBytes: 100_000_000 },
    admitSize: () => undefined,
    fetch,
    signal: new AbortController().signal,
  };
  return { reading, told };
}

/** Stands for the browser's decoder and its canvas. */
function decodeAs(look: (image: Blob) => Look): void {
  vi.stubGlobal('createImageBitmap', async (image: Blob) => ({ ...look(image), close: () => undefined }));
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      drawn: Look = SHOWN;
      getContext = () => ({
        fillRect: () => undefined,
        drawImage: (image: Look) => {
          this.drawn = image;
        },
        getImageData: (_left: number, _top: number, width: number, height: number) => ({
          data: Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) => {
            if (at % 4 === 3) return this.drawn.opacity ?? 255;
            return this.drawn.isPlain ? 9 : at;
          }),
        }),
      });
      convertToBlob = async ({ type }: { type: string }) => (type === 'image/png' ? smallPng() : new Blob(['small']));
    },
  );
}
