/** The test that shows it, by its file below tests/e2e and (the beginning of) its title; how, where the browsers differ. */
export interface Proof {
  readonly file: string;
  readonly title: string;
  readonly how?: string;
}

/** Nobody tried: no test of it runs in that browser. */
export const NOT_TRIED = 'not tried';

/** Something that people do with the extension. */
export interface Capability {
  readonly words: string;
  readonly chromium: Proof;
  readonly firefox: Proof | typeof NOT_TRIED;
}

/** A capability that tests of one name show in a file for each browser. */
function sameName(words: string, title: string, chromiumFile: string, firefoxFile: string): Capability {
  return { words, chromium: { file: chromiumFile, title }, firefox: { file: firefoxFile, title } };
}

/** What each browser can do, as tests show it; in the order of the table in docs/browsers.md. */
export const CAPABILITIES: readonly Capability[] = [
  sameName(
    'an image, by right click',
    'a right click on an image gives the verdict beside it',
    'native/check-image.spec.ts',
    'firefox/check-image.spec.ts',
  ),
  {
    words: 'an image of another site, once that is allowed',
    chromium: {
      file: 'native/check-image.spec.ts',
      title: 'is read after its site was allowed',
      how: 'asked in the panel',
    },
    firefox: {
      file: 'firefox/check-image.spec.ts',
      title: 'is read after its site was allowed',
      how: 'asked in a window of its own',
    },
  },
  sameName(
    'what is on the screen instead',
    'is checked as shown on screen',
    'native/check-image.spec.ts',
    'firefox/check-image.spec.ts',
  ),
  sameName(
    'an image, by the keyboard',
    'the keyboard command checks the picture under the pointer',
    'native/point-at-image.spec.ts',
    'firefox/point-at-image.spec.ts',
  ),
  sameName(
    'the menu where no image is detected',
    'with the option, the menu has exactly one item on everything',
    'native/menu.spec.ts',
    'firefox/menu.spec.ts',
  ),
  sameName(
    'all images of a page',
    'all images of a page are checked by the keyboard, in one request, and badged',
    'native/check-page.spec.ts',
    'firefox/check-page.spec.ts',
  ),
  {
    words: 'a video with a file',
    chromium: { file: 'native/check-video.spec.ts', title: 'a right click on a video gives the verdict beside it' },
    firefox: { file: 'firefox/check-video.spec.ts', title: 'a video file is sent as it is' },
  },
  {
    words: 'a WebM that has to be coded anew',
    chromium: { file: 'headless/check-video.spec.ts', title: 'VP8 becomes H.264' },
    firefox: { file: 'firefox/check-video.spec.ts', title: 'VP8 becomes H.264' },
  },
  {
    words: 'a video that a page feeds in pieces, while it plays',
    chromium: {
      file: 'headless/check-stream.spec.ts',
      title: 'is recorded while it plays, without being disturbed',
      how: 'a few seconds are recorded',
    },
    firefox: {
      file: 'firefox/check-video.spec.ts',
      title: 'of a playing video without a file, frames are judged one by one',
      how: 'frames, one by one',
    },
  },
  {
    words: 'a camera or a call, after a yes',
    chromium: {
      file: 'headless/check-stream.spec.ts',
      title: 'a camera or a call is recorded and sent only after a yes',
    },
    firefox: NOT_TRIED,
  },
  {
    words: 'a file of this computer, in the popup',
    chromium: { file: 'headless/local-file.spec.ts', title: 'a file chosen in the popup is checked, byte for byte' },
    firefox: NOT_TRIED,
  },
  {
    words: 'what the file says, without an account',
    chromium: {
      file: 'headless/file-says.spec.ts',
      title: 'the panel says what the file says, and nothing leaves the computer',
    },
    firefox: {
      file: 'firefox/file-says.spec.ts',
      title: 'without an account the panel says what the file says, and nothing is sent',
    },
  },
  {
    words: 'all results in a page, by the keyboard',
    chromium: { file: 'headless/results.spec.ts', title: 'a long table is used by keyboard alone' },
    firefox: { file: 'firefox/results.spec.ts', title: 'a result stands in the results page, and opens by keyboard' },
  },
  {
    words: 'private windows: asked first, nothing kept',
    chromium: { file: 'native/private-window.spec.ts', title: 'a real private window asks before it sends' },
    firefox: NOT_TRIED,
  },
  sameName(
    "an administrator's account",
    "an administrator's account is shown locked",
    'headless/policy.spec.ts',
    'firefox/policy.spec.ts',
  ),
];
