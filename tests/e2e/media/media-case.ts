import type { Page, PageRoutes, PageServer } from '../../fixtures/serve-pages.ts';

/** The browsers cases are tried in. */
export type BrowserName = 'Chromium' | 'Firefox';

/** The tables of the list that the cases follow, line by line. */
export type MediaGroup = 'Where it is' | 'What is served' | 'The ladder of bytes';

/** The names under which one page server is to be had: to a browser, as many origins. */
export type Hosts = Omit<PageServer, 'setRoutes' | 'requests' | 'close'>;

/** A file, made when a case needs it. */
export type Fixture = () => Buffer | Promise<Buffer>;

/** What the user points at. */
export interface Pointed {
  /** The element whose centre is clicked: for one in a closed shadow root, its host. */
  readonly selector: string;
  /** The frames it is in, by their elements, from the outermost. */
  readonly frames?: readonly string[];
}

/** What must come out of a check. */
export type Outcome =
  /** The service got exactly these bytes. `read`: a part of the words about how they were had. */
  | { readonly kind: 'original'; readonly bytes: Fixture; readonly read?: RegExp }
  /** The service got a PNG with the same pixels as the browser finds in this file. */
  | { readonly kind: 'converted'; readonly from: Fixture; readonly words: string }
  /** The service got the element's pixels, as a PNG, and the panel says so. */
  | { readonly kind: 'pixels'; readonly like: Fixture }
  /** The service got a cut of the screen that looks like this, and the panel says so. */
  | { readonly kind: 'screen'; readonly like: Fixture }
  /** The service got nothing, and the panel says why. `reason`: that, in a word or two. */
  | { readonly kind: 'sentence'; readonly says: RegExp; readonly reason: string };

/** One way in which an image can sit in a page or be served, and what must come of it. */
export interface MediaCase {
  readonly group: MediaGroup;
  /** The line of the list. */
  readonly line: string;
  /** Which of the line's ways this is. */
  readonly name: string;
  readonly routes: (hosts: Hosts) => PageRoutes | Promise<PageRoutes>;
  /** The page that is opened; the first host's `/` unless given. */
  readonly open?: (hosts: Hosts) => string;
  readonly pointed: Pointed;
  /** What the user clicks first. */
  readonly click?: string;
  /** What happens in the page before the right click. */
  readonly before?: () => unknown;
  /** What happens in the page while the menu is open. */
  readonly meanwhile?: () => unknown;
  /** The buttons the user then presses in the panel. */
  readonly press?: readonly string[];
  /** The user chose another picture after the first was checked. */
  readonly isChosenAfterwards?: boolean;
  /** No panel can be in the page: what the service got is looked at alone. */
  readonly isWithoutPanel?: boolean;
  readonly outcome: Outcome | ((browser: BrowserName) => Outcome);
  /** Where a browser makes it impossible: why, and what the panel says then. */
  readonly impossible?: { readonly [name in BrowserName]?: { readonly reason: string; readonly says: RegExp } };
}

/** Begins a line of the list: gives the function that makes its cases. */
export function mediaLine(group: MediaGroup, line: string) {
  return (name: string, rest: Omit<MediaCase, 'group' | 'line' | 'name'>): MediaCase => ({
    group,
    line,
    name,
    ...rest,
  });
}

/** A page with this in its body. */
export function pageOf(body: string, head = ''): Page {
  const start = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>${head}`;
  return { body: `${start}<body style="margin:20px"><h1>A page</h1>${body}` };
}
