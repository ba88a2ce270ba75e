import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { filesOf, readBuilt } from './builds.ts';

/** What goes into a page, or starts with every event, in bytes of gzip. */
const BUDGETS = [
  // A kilobyte of it keeps reads within limits, tells how far they are and stops them, half of one makes prints of pictures, and
  // another puts files together of parts.
  ['page.js', 11_200],
  // Put behind it where a panel is shown, and for badges. A third of it is preact.
  // Half a kilobyte looks closer: how firm a verdict is, and the place of part.js. A quarter of one sees whether a question was seen.
  // Six tenths draw the parts of a video over time, and have its player go to one (core/view/timeline-bar.tsx).
  // Fifty lead to the side panel and to the tree of Content Credentials.
  // Four hundred bytes draw what a file was made from (core/view/claims.tsx): a script of its own would cost more than it holds.
  ['panel.js', 17_100],
  // Put behind page.js where there is no file to be read. A kilobyte of it sees to it that a cut of the screen holds the media
  // alone (page/read/uncovered-part.ts).
  ['pixels.js', 2_700],
  // Put behind page.js where the side panel shows media in its page.
  ['show-media.js', 1_200],
  // Put behind panel.js where a part of an image is to be checked.
  ['part.js', 2_400],
  ['recorder.js', 2_000],
  // Two kilobytes of it see to what is sent in which pause, by which account, and again after a refusal; two more take
  // credentials as people and policies have them (core/service/pasted-text.ts, certificate-pem.ts). A quarter of one is IANA's table
  // of networks that the internet does not reach (background/read/private-address.ts). Two measure images, and say what their
  // verdicts mean (core/words/what-this-means.ts); three and a half look closer: they cut parts and make versions of an image,
  // and put both into words (check/measure-firmness.ts, read/cut-part.ts). Eight tenths judge a video in parts, and say what came of
  // it (check/judge-timeline.ts, words/timeline-words.ts). Two hundred bytes hold an administrator's rules against what is not known
  // of an address (check/admit-check.ts); as many give the user the file that was checked (check/file-of-check.ts).
  // Three hundred say in a few words what a file says (words/file-says-briefly.ts). Eight hundred are C2PA's and IPTC's vocabularies,
  // and how identities were checked; as much keeps Content Credentials, and says what a file was made from.
  // A hundred and fifty leave to the history what was checked on pages that have closed. A thousand open the side panel, at a check
  // too, serve its list, keep questions for it and what the user thinks of a verdict, and show media in its page (answer/tab-check-feed.ts).
  // Two and a half kilobytes check images as they are shown, on the sites where that is wanted (automatic/); a hundred and fifty in frames.
  // Four hundred keep a verdict while it is made again (check/change-check.ts).
  ['background.js', 95_200],
  // Put into pages that are checked as a whole, and no others. Four hundred and fifty are the signs of what files say. A hundred and
  // fifty take up what has come into view.
  ['page-check.js', 6_850],
  // Registered for the sites where images are checked as they are shown, and so in each of their pages. Seven hundred follow shadow roots,
  // and look again at what is too small still, transparent, or without its component's script. Eighty ask in a frame whether that is wanted.
  ['automatic.js', 2_700],
  // Loaded when a video has to be converted, or clips are cut of one, and not before. Nine kilobytes read MP4 and MOV for that.
  ['convert-video.js', 115_000],
  // A worker for each file that is read. The engine itself (c2pa.wasm) is loaded for signed files alone.
  ['read-metadata.js', 45_000],
  ['c2pa.wasm', 3_450_000],
] as const;

/** What one of the extension's own pages loads before anything is seen of it, in bytes of gzip. */
const FIRST_BUDGETS = [
  // Fifty are two more buttons of a check, and two hundred and fifty the signs of what files say. Six hundred open the
  // side panel, and are how chunks are cut that it shares with that. Fifty are the way to what is loaded later.
  ['popup.html', 20_000],
  // Its head alone: the table, and all that reads the history, come behind it.
  ['results.html', 8_600],
] as const;

const BUILDS = ['chrome-mv3', 'firefox-mv3'] as const;
/** What Firefox has no need of, or no use for, and the chunks, whose cut follows from what shares them. */
const DIFFERENT = /^(chunks\/|(offscreen|drawing)\b)/;

/** What a file is called beside the hash of its content. */
const withoutHash = (file: string) => file.replace(/-[\w-]{8}(?=\.(js|css)$)/, '');

/** The scripts that a page names, and those that they cannot begin without. */
function firstScripts(build: (typeof BUILDS)[number], page: string): string[] {
  const named = readBuilt(build, page)
    .toString()
    .matchAll(/<script [^>]*src="\/([^"]+)"/g);
  const found = new Set(Array.from(named, ([, file = '']) => file));
  for (const file of found) {
    const imported = readBuilt(build, file)
      .toString()
      .matchAll(/\b(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g);
    for (const [, name] of imported) found.add(`chunks/${name}`);
  }
  return [...found];
}

const CASES = BUILDS.flatMap((build) => BUDGETS.map(([file, budget]) => ({ build, file, budget })));
const IN_PAGES = CASES.filter(({ file }) =>
  /^(page|panel|pixels|show-media|part|page-check|automatic)\.js$/.test(file),
);
const FIRST_CASES = BUILDS.flatMap((build) => FIRST_BUDGETS.map(([page, budget]) => ({ build, page, budget })));

const sizeOf = (build: (typeof BUILDS)[number], file: string) => gzipSync(readBuilt(build, file), { level: 9 }).length;

describe('bundles', () => {
  it.each(CASES)('$file of $build has at most $budget bytes of gzip', ({ build, file, budget }) => {
    expect(sizeOf(build, file)).toBeLessThanOrEqual(budget);
  });

  it.each(FIRST_CASES)('$page of $build loads at most $budget bytes before it is seen', ({ build, page, budget }) => {
    const sizes = firstScripts(build, page).map((file) => sizeOf(build, file));
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(budget);
  });

  it.each(IN_PAGES)('$file of $build holds nothing of the API, the credentials or the storage', ({ build, file }) => {
    const script = readBuilt(build, file).toString();
    const forbidden = [
      'Bearer',
      'oauth',
      'clientSecret',
      'apiKey',
      'enterprise.bitmind.ai',
      'indexedDB',
      'storage.local',
    ];
    expect(forbidden.filter((word) => script.includes(word))).toEqual([]);
  });

  it.each(BUILDS)('of %s, the engine for Content Credentials is in the worker that reads metadata alone', (build) => {
    const scripts = filesOf(build).filter((file) => file.endsWith('.js'));
    const withEngine = scripts.filter((file) => readBuilt(build, file).includes('wasmreader_fromBlob'));
    expect(withEngine).toEqual(['read-metadata.js']);
  });

  it.each(BUILDS)('of %s, the converter is in its own script alone', (build) => {
    const scripts = filesOf(build).filter((file) => file.endsWith('.js'));
    const withConverter = scripts.filter((file) => readBuilt(build, file).includes('Mediabunny'));
    expect(withConverter).toEqual(['convert-video.js']);
  });

  it.each(BUILDS)('%s makes neither code nor markup of text', (build) => {
    const scripts = filesOf(build).filter((file) => file.endsWith('.js'));
    const pattern = /\beval\(|new Function\b|(inner|outer)HTML\s*=[^=]|insertAdjacentHTML/;
    expect(scripts.filter((file) => pattern.test(readBuilt(build, file).toString()))).toEqual([]);
    expect(scripts.length).toBeGreaterThan(5);
  });

  it('are the same in both browsers but for what the browser decides', () => {
    const common = (build: (typeof BUILDS)[number]) =>
      filesOf(build)
        .filter((file) => !DIFFERENT.test(file))
        .map(withoutHash);
    expect(common('chrome-mv3')).toEqual(common('firefox-mv3'));
  });
});
