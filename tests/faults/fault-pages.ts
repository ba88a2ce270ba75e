import { photograph } from '../e2e/image-pages.ts';
import { numberedPicture } from '../e2e/many-pictures.ts';
import { freeBox } from '../fixtures/free-box.ts';
import { makeMoments, makeVideo } from '../fixtures/make-video.ts';
import type { PageServer } from '../fixtures/serve-pages.ts';

/** What is on a page of its own kind for each single check: its file, and where it is shown. */
const SINGLES = {
  image: { file: '/photo.jpg', page: '/', selector: '#image' },
  'other-image': { file: '/other.png', page: '/', selector: '#other' },
  'tiny-image': { file: '/tiny.png', page: '/', selector: '#tiny' },
  video: { file: '/a.mp4', page: '/', selector: '#video' },
  'long-video': { file: '/long.mp4', page: '/long', selector: '#video' },
  'long-webm-video': { file: '/long.webm', page: '/long', selector: '#webm' },
  'uncut-video': { file: '/uncut.mp4', page: '/long', selector: '#uncut' },
  'large-image': { file: '/large.jpg', page: '/large', selector: '#image' },
  'large-video': { file: '/large.mp4', page: '/large', selector: '#video' },
} as const;

/** Pages that are checked as a whole: what of, and how many; more than are read at a time, so that some are queued. */
const WHOLES = {
  page: { media: 'image', count: 3 },
  videos: { media: 'video', count: 3 },
  'many-images': { media: 'image', count: 8 },
  'large-images': { media: 'image', count: 8, paddingBytes: 2_000_000 },
} as const satisfies Record<string, Whole>;

/** What such a page holds. */
interface Whole {
  readonly media: 'image' | 'video';
  readonly count: number;
  /** By how much each file is larger than it need be. */
  readonly paddingBytes?: number;
}

/** What a case has checked. */
export type Subject = keyof typeof SINGLES | keyof typeof WHOLES;

/** A page that is checked as a whole. */
export type WholePage = keyof typeof WHOLES;

/** How many checks come of a subject. */
export function checksOf(subject: Subject): number {
  return isWhole(subject) ? WHOLES[subject].count : 1;
}

/** Whether all of a page is checked, not one of the media. */
export function isWhole(subject: Subject): subject is WholePage {
  return subject in WHOLES;
}

/** What a whole page is checked for. */
export function mediaOf(whole: WholePage): 'image' | 'video' {
  return WHOLES[whole].media;
}

/** Where the file of a single one is. */
export function fileOf(subject: Exclude<Subject, WholePage>): string {
  return SINGLES[subject].file;
}

/** Where a single one is on its page. */
export function selectorOf(subject: Exclude<Subject, WholePage>): string {
  return SINGLES[subject].selector;
}

/** More than the buffers between browser and service hold, so that sending it can be held up. */
const LARGE_BYTES = 12_000_000;

/** So long that a video can be judged in four parts. */
const LONG_SECONDS = 40;

/** So small that the user is asked before it is sent, in pixels. */
const TINY_SIDE = 16;

/** An image or a video of a page, for whoever has no browser to show it. */
export interface MediaOnPage {
  readonly kind: 'image' | 'video';
  /** Where its file is on the server. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The pages of the fault suite. */
export interface FaultPages {
  /** Where a subject is shown; a whole page has media then that none before had. */
  pathOf(subject: Subject): string;
  /** What a page shows. */
  mediaOn(path: string): readonly MediaOnPage[];
  /** Holds back the files of what is shown, for whoever asks from now on; gives what lets them go. */
  hold(subject: Subject): () => void;
}

interface MediaFile {
  readonly body: Buffer;
  readonly type: string;
}

/** By their paths. */
type Files = Readonly<Record<string, MediaFile>>;

/** Puts the pages on a server. */
export async function createFaultPages(server: PageServer): Promise<FaultPages> {
  const video = await makeVideo('a.mp4');
  const singles = singleFiles(video, {
    long: await makeMoments(LONG_SECONDS, 4),
    webm: await makeMoments(LONG_SECONDS, 4, 'a.webm'),
    uncut: await makeMoments(LONG_SECONDS, LONG_SECONDS),
  });
  let shown: Files = {};
  let folders = 0;
  server.setRoutes({
    ...singles,
    '/': {
      body: `<!doctype html><html lang="en"><title>A page</title>
        <img id="image" src="/photo.jpg" width="300" alt=""><img id="other" src="/other.png" width="100" alt="">
        <img id="tiny" src="/tiny.png" alt="">
        <video id="video" src="/a.mp4" width="300" height="170" muted></video>`,
    },
    '/large': {
      body: `<!doctype html><html lang="en"><title>A page of large files</title>
        <img id="image" src="/large.jpg" width="300" alt="">
        <video id="video" src="/large.mp4" width="300" height="170" preload="metadata" muted></video>`,
    },
    '/long': {
      body: `<!doctype html><html lang="en"><title>A page of long videos</title>
        <video id="video" src="/long.mp4" width="300" height="170" muted></video>
        <video id="webm" src="/long.webm" width="300" height="170" muted></video>
        <video id="uncut" src="/uncut.mp4" width="300" height="170" muted></video>`,
    },
    '/elsewhere': { body: '<!doctype html><title>Elsewhere</title>' },
  });

  function filesOf(subject: Subject): Files {
    if (isWhole(subject)) return shown;
    const { file } = SINGLES[subject];
    return { [file]: singles[file] };
  }

  /** The files that a page shows. */
  function filesAt(pagePath: string): Files {
    if (Object.keys(shown).some((path) => path.startsWith(`${pagePath}/`))) return shown;
    const ofPage = Object.values(SINGLES).filter(({ page }) => page === pagePath);
    return Object.fromEntries(ofPage.map(({ file }) => [file, singles[file]]));
  }

  function showWhole(whole: WholePage): string {
    folders += 1;
    const folder = `/whole/${folders}`;
    const { media, count, paddingBytes = 0 }: Whole = WHOLES[whole];
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    const numbered = (number: number): MediaFile =>
      media === 'image'
        ? { body: Buffer.concat([numberedPicture(number), Buffer.alloc(paddingBytes)]), type: 'image/png' }
        : { body: Buffer.concat([video, freeBox(number)]), type: 'video/mp4' };
    shown = Object.fromEntries(numbers.map((number) => [`${folder}/${number}`, numbered(number)]));
    const elements = Object.keys(shown).map((path) =>
      media === 'image'
        ? `<img src="${path}" width="90" alt="">`
        : `<video src="${path}" width="200" height="112" preload="none" muted></video>`,
    );
    server.setRoutes({ ...shown, [folder]: { body: `<!doctype html><title>Media</title>${elements.join('')}` } });
    return folder;
  }

  return {
    pathOf: (subject) => (isWhole(subject) ? showWhole(subject) : SINGLES[subject].page),
    mediaOn: (pagePath) =>
      Object.entries(filesAt(pagePath)).map(([path, { body, type }]) => ({
        kind: type.startsWith('video/') ? 'video' : 'image',
        path,
        bytes: body,
      })),
    hold(subject) {
      const files = filesOf(subject);
      const { promise: hold, resolve } = Promise.withResolvers<void>();
      server.setRoutes(Object.fromEntries(Object.entries(files).map(([path, file]) => [path, { ...file, hold }])));
      return () => {
        server.setRoutes(files);
        resolve();
      };
    },
  };
}

function singleFiles(video: Buffer, { long, webm, uncut }: Readonly<Record<'long' | 'webm' | 'uncut', Buffer>>) {
  return {
    '/photo.jpg': { body: photograph(), type: 'image/jpeg' },
    '/other.png': { body: numberedPicture(0), type: 'image/png' },
    '/tiny.png': { body: numberedPicture(0, TINY_SIDE), type: 'image/png' },
    '/a.mp4': { body: video, type: 'video/mp4' },
    '/long.mp4': { body: long, type: 'video/mp4' },
    '/long.webm': { body: webm, type: 'video/webm' },
    '/uncut.mp4': { body: uncut, type: 'video/mp4' },
    '/large.jpg': { body: Buffer.concat([photograph(), Buffer.alloc(LARGE_BYTES)]), type: 'image/jpeg' },
    '/large.mp4': { body: Buffer.concat([video, freeBox(LARGE_BYTES)]), type: 'video/mp4' },
  } satisfies Files;
}
