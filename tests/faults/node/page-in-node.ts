import { imageDimensionsFromData } from 'image-dimensions';
import type { CollectedFrame, PageRead, Size, TooLargeInPage } from '../../../src/core/media/page-media.ts';
import type { FrameView } from '../../../src/core/protocol/page-run-view.ts';
import type { PanelView } from '../../../src/core/protocol/panel-view.ts';
import {
  CHECK_FEED_PREFIX,
  PAGE_RUN_FEED,
  type PointedMedia,
  type ToPage,
  type ToPageCheckScript,
  type ToPanelScript,
} from '../../../src/core/protocol/protocol.ts';
import type { MediaOnPage } from '../fault-pages.ts';
import type { ExtensionApi, PortToBackground, Sender } from './extension-api.ts';
import { loopbackFetch } from './loopback-fetch.ts';

/** A page with the extension's scripts in it, as the background knows them: by their answers, and the ports they open. */
export interface PageInNode {
  /** What shows the check of one of its media, as the background has it now. */
  readonly panel: PanelView | undefined;
  /** What shows the check of the whole page. */
  readonly run: FrameView | undefined;
  /** Scrolls so that these come into view, and no others. */
  show(...paths: readonly string[]): Promise<void>;
  /** What its scripts answer to a message; rejects for one that none of them takes. */
  answer(type: string, request: unknown): Promise<unknown>;
  /** Closes what it shows, as its scripts do once that has ended. */
  closeAll(): void;
  /** It goes, and its ports with it. */
  leave(): void;
}

/** What is on the page, and who speaks for it. */
interface PageParts {
  readonly api: ExtensionApi;
  readonly sender: Sender;
  readonly media: readonly MediaOnPage[];
}

type ToScripts = ToPage & ToPanelScript & ToPageCheckScript;

/** What the scripts do for each message of the background. */
type Handlers = {
  readonly [Type in keyof ToScripts]?: (
    request: ToScripts[Type]['request'],
  ) => ToScripts[Type]['answer'] | Promise<ToScripts[Type]['answer']>;
};

/** Of every video of the suite. */
const VIDEO_SIZE: Size = { width: 320, height: 180 };

/** Opens one. */
export function openPage({ api, sender, media }: PageParts): PageInNode {
  const { origin } = new URL(sender.url);
  const found = new Map<string, MediaOnPage>();
  const reads = new Map<string, AbortController>();
  const urlOf = ({ path }: MediaOnPage) => new URL(path, origin).href;
  /** What has come into view since the background has asked. */
  let inView: readonly string[] = [];
  let isKnown = false;
  let panel: { view: PanelView; readonly port: PortToBackground } | undefined;
  let run: { view: FrameView | undefined; readonly port: PortToBackground } | undefined;

  /** What is meant by a check: what was found for it before, or what the user, or the page's own check, points at. */
  function find(checkId: string, pointed: PointedMedia | undefined): MediaOnPage | undefined {
    const known = found.get(checkId) ?? found.get(pointed?.choice?.checkId ?? '');
    const named = media.find(({ path }) => path === pointed?.itemKey || new URL(path, origin).href === pointed?.url);
    const one = known ?? named;
    if (one) found.set(checkId, one);
    return one;
  }

  function openPanel(view: PanelView): void {
    panel?.port.disconnect();
    const port = api.connect(sender, CHECK_FEED_PREFIX + view.checkId, (next) => {
      opened.view = next as PanelView;
    });
    const opened = { view, port };
    panel = opened;
  }

  function followRun(): void {
    run?.port.disconnect();
    const port = api.connect(sender, PAGE_RUN_FEED, (next) => {
      opened.view = next as FrameView;
      if (opened.view.hasEnded) port.disconnect();
    });
    const opened: NonNullable<typeof run> = { view: undefined, port };
    run = opened;
  }

  function claim(wanted: readonly MediaOnPage[]): CollectedFrame {
    const isFirst = !isKnown;
    isKnown = true;
    const claims = wanted.map((one) => ({ key: one.path, url: urlOf(one), size: sizeOf(one), isReadable: true }));
    return { media: claims, url: sender.url, isQuiet: false, isFirst };
  }

  const handlers: Handlers = {
    findMedia({ checkId, pointed }) {
      const one = find(checkId, pointed);
      return one ? { kind: one.kind === 'video' ? 'video' : 'address', url: urlOf(one) } : { kind: 'gone' };
    },
    openPanel({ checkId, pointed, view }) {
      find(checkId, pointed);
      openPanel(view);
      return true;
    },
    async readMedia({ checkId, pointed, limits }) {
      const one = find(checkId, pointed);
      if (!one) return { unreadable: true };
      const reading = new AbortController();
      reads.set(checkId, reading);
      const read = await readFile(origin, urlOf(one), limits, reading.signal);
      return one.kind === 'image' && !('sizeBytes' in read) ? { ...read, shown: sizeOf(one) } : read;
    },
    readProgress: () => undefined,
    stopRead({ checkId }) {
      reads.get(checkId)?.abort();
      return undefined;
    },
    collectMedia({ kind }) {
      followRun();
      return claim(media.filter((one) => one.kind === kind));
    },
    collectShown() {
      const shown = inView;
      inView = [];
      return claim(media.filter(({ path }) => shown.includes(path)));
    },
    followRun() {
      if (run?.view?.hasEnded !== false) followRun();
      return undefined;
    },
  };

  function closeAll(): void {
    panel?.port.disconnect();
    run?.port.disconnect();
    panel = undefined;
    run = undefined;
  }

  return {
    get panel() {
      return panel?.view;
    },
    get run() {
      return run?.view;
    },
    async show(...paths) {
      inView = [...inView, ...paths];
      await api.send(sender, 'imagesShown', {});
    },
    async answer(type, request) {
      const handler: ((request: never) => unknown) | undefined = Object.entries(handlers).find(
        ([key]) => key === type,
      )?.[1];
      if (!handler) throw new Error(`no script takes ${type}`);
      return handler(request as never);
    },
    closeAll,
    leave() {
      for (const reading of reads.values()) reading.abort();
      closeAll();
    },
  };
}

function sizeOf({ kind, bytes }: MediaOnPage): Size {
  if (kind === 'video') return VIDEO_SIZE;
  const size = imageDimensionsFromData(bytes);
  if (!size) throw new Error('an image of the suite has no size');
  return size;
}

/** Reads as the page's own script does: not a byte of what is said to be too large, and nothing of another origin. */
async function readFile(
  origin: string,
  url: string,
  { maxBytes, askAboveBytes = maxBytes }: ToPage['readMedia']['request']['limits'],
  signal: AbortSignal,
): Promise<PageRead | TooLargeInPage> {
  if (new URL(url).origin !== origin) return { unreadable: true };
  try {
    const response = await loopbackFetch(url, { signal });
    const sizeBytes = Number(response.headers.get('content-length'));
    if (sizeBytes > Math.min(maxBytes, askAboveBytes)) {
      await response.body?.cancel();
      return { sizeBytes };
    }
    return response.ok ? { blob: await response.blob() } : { unreadable: true, status: response.status };
  } catch {
    return { unreadable: true }; // It was stopped, or is out of reach: a value, as it is in a page.
  }
}
