import { beforeAll, describe, expect, it } from 'vitest';
import { composePanelView, type PanelRules } from '../../../../src/background/words/compose-panel-view.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import type { ErrorData } from '../../../../src/core/errors/error-data.ts';
import { speakEnglish } from '../../english.ts';
import { buttons, check, lines, PAGE_MEDIA, READ, RULES, view } from './panel-bed.ts';

beforeAll(speakEnglish);

describe('the buttons of the panel', () => {
  it.each([
    ['reading', 'Reading the image…'],
    ['uploading', 'Uploading…'],
    ['waiting', 'Waiting for BitMind…'],
  ] as const)('offers Cancel while it is %s', (state, words) => {
    expect(lines({ state })).toEqual([words]);
    expect(buttons({ state })).toEqual(['Cancel']);
  });

  it('asks for the site by its name', () => {
    const asking = { state: 'asking', question: { kind: 'site-access', origin: 'https://cdn.example' } } as const;
    expect(lines(asking)[0]).toContain('cdn.example');
    const offered = ['Allow cdn.example', 'Allow all sites', 'Check a screenshot instead'];
    expect(buttons(asking)).toEqual([...offered, 'Cancel']);
    const inPage = composePanelView(check(asking), { ...RULES, isInPage: true }); // Where it has a button to close it.
    expect(inPage.buttons.map(({ words }) => words)).toEqual(offered);
  });

  const JUDGED = { verdict: { isAi: true, likelihood: 0.97 }, read: READ } as const;
  const [PART, FIRM, BY_PARTS] = ['Check a part', 'How firm is this?', 'Check by parts'];
  const LONG = { ...JUDGED, media: { ...PAGE_MEDIA, kind: 'video' }, read: { ...READ, durationSeconds: 20 } } as const;
  const OF_MANY = { ...JUDGED, pageRun: 'a' } as const;
  const OF_A_PART = { parentId: 'whole', sha256: 'ab12', share: { left: 0, top: 0, width: 1, height: 0.5 } };
  it.each<readonly [string, Partial<CheckRecord>, Partial<PanelRules>, readonly string[]]>([
    ['an image', JUDGED, {}, ['Check again', PART, FIRM]],
    ['pixels of an image', { ...JUDGED, read: { ...READ, method: 'pixels' } }, {}, ['Check again', PART, FIRM]],
    ['a screenshot', { ...JUDGED, read: { ...READ, method: 'screen' } }, {}, ['Check again']],
    ['a video', { ...JUDGED, media: { ...PAGE_MEDIA, kind: 'video' } }, {}, ['Check again']],
    ['a long video', LONG, {}, ['Check again', BY_PARTS]],
    ['one that is a little shorter', { ...LONG, read: { ...LONG.read, durationSeconds: 19.9 } }, {}, ['Check again']],
    ['one that was asked about', { ...LONG, timeline: { sentCount: 2, parts: [] } }, {}, ['Check again']],
    ['one that is being asked about', LONG, { measuring: { stop: new AbortController() } }, ['Cancel']],
    ['one that cannot be cut', LONG, { measuring: { error: { code: 'video-uncut' } } }, ['Check again']],
    ['one that could not be had', LONG, { measuring: { error: { code: 'media-changed' } } }, ['Check again', BY_PARTS]],
    ['one that was recorded', { ...LONG, read: { ...LONG.read, method: 'clip' } }, {}, ['Check again']],
    ['a long video, by an administrator who lets originals alone be sent', LONG, { mayAlter: false }, ['Check again']],
    ['an image that was asked about', { ...JUDGED, firmness: [] }, {}, ['Check again', PART]],
    ['a part of an image', { ...JUDGED, part: OF_A_PART }, {}, ['Check again', 'Back to the whole image']],
    ['an image without a verdict', { read: READ, unjudged: { code: 'incomplete-policy' } }, {}, []],
    ['an image, by an administrator who lets originals alone be sent', JUDGED, { mayAlter: false }, ['Check again']],
    ['one of many of a page', OF_MANY, {}, ['Check again', PART, FIRM]],
    ['the same in the page', OF_MANY, { isInPage: true }, ['Check again', 'Side panel', PART, FIRM]],
    ['one alone in its page', JUDGED, { isInPage: true }, ['Check again', PART, FIRM]],
    ['one of many that is under way', { state: 'reading', pageRun: 'a' }, { isInPage: true }, ['Cancel']],
    ['an image that is being asked about', JUDGED, { measuring: { stop: new AbortController() } }, ['Cancel']],
  ])('offers to look closer where the media can be read once more: %s', (_, change, rules, offered) => {
    const shown = composePanelView(check(change), { ...RULES, ...rules });
    expect(shown.buttons.map(({ words }) => words)).toEqual(offered);
  });

  it('says what that costs before it is pressed', () => {
    expect(view(JUDGED).cost).toBe('Uses 6 of your requests');
    expect(view(LONG).cost).toBe('Uses up to 2 of your requests');
  });

  it('offers to sign in', () => {
    expect(buttons({ state: 'failed', error: { code: 'not-signed-in' } })).toEqual(['Sign in', 'Try again']);
  });

  it.each([
    [true, ['Check a screenshot instead'], /Check a screenshot instead/],
    [false, [], /drop it there/],
  ] as const)('speaks of the screen only where that may be captured (%s)', (mayCapture, offered, says) => {
    const failed = check({ state: 'failed', error: { code: 'video-stream' } });
    const shown = composePanelView(failed, { ...RULES, mayCapture });
    expect(shown.buttons.map(({ words }) => words)).toEqual(offered);
    expect(shown.lines[0]?.words).toMatch(says);
  });

  const primaries: readonly (readonly [ErrorData, readonly string[]])[] = [
    [{ code: 'media-elsewhere' }, ['Allow all sites', 'Check a screenshot instead', 'Try again']],
    [{ code: 'media-unreadable' }, ['Try again', 'Check a screenshot instead']],
    [{ code: 'media-unreadable', status: 403 }, ['Try again', 'Check a screenshot instead']],
    [{ code: 'blank-picture' }, ['Try again', 'Check a screenshot instead']],
    [{ code: 'input-refused' }, []],
    [{ code: 'only-originals' }, []],
    [{ code: 'incomplete-policy' }, []],
  ];
  it.each(primaries)(
    'offers about %j first what its sentence names, and nothing that cannot help',
    (error, offered) => {
      expect(buttons({ state: 'failed', error })).toEqual(offered);
    },
  );
});
