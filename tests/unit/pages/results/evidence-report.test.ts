import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { composeResultView } from '../../../../src/background/words/compose-result-view.ts';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import { evidenceReport } from '../../../../src/pages/results/evidence-report.ts';
import { REPORT_CSS } from '../../../../src/pages/results/evidence-report-css.ts';
import { markup } from '../../../../src/pages/results/markup.ts';
import { aCheck } from '../../../a-check.ts';
import { SOME_FILE_METADATA } from '../../../some-file-metadata.ts';
import { speakEnglish } from '../../english.ts';
import { speak } from '../../speak.ts';

beforeEach(speakEnglish);

const JUDGED = aCheck('judged', Date.UTC(2026, 0, 2), {
  verdict: { isAi: false, likelihood: 0.103, confidence: 0.897, serviceSeconds: 0.42 },
  read: { sha256: 'ab'.repeat(32), sizeBytes: 412_034, method: 'direct' },
});

interface Told {
  readonly isWhole?: boolean;
  readonly thumbnail?: Blob;
  readonly manifest?: string;
}

function report(check: CheckRecord, { isWhole = false, thumbnail, manifest }: Told = {}) {
  const band = { low: 0.4, high: 0.6 };
  const view = composeResultView(check, { band, build: { version: '1.2.3', browser: 'Firefox' } });
  const credentials = manifest === undefined ? undefined : { json: manifest, pictures: [] };
  const now = Date.UTC(2026, 0, 3);
  return evidenceReport({ check, view, thumbnail, credentials, isWhole, extensionVersion: '1.2.3', now });
}

/** The tags of a text, and what of it is outside them. */
function parts(html: string): { readonly tags: readonly string[]; readonly text: string } {
  return { tags: html.match(/<[^>]*>/g) ?? [], text: html.replace(/<[^>]*>/g, '') };
}

describe('the evidence report', () => {
  it('says all that is known', async () => {
    const html = await report(JUDGED, { thumbnail: new Blob(['picture'], { type: 'image/webp' }) });
    const { text } = parts(html);
    for (const words of [
      'Likely not AI-generated',
      'AI likelihood 10%',
      'https://news.example/story',
      'https://cdn.example/judged.jpg',
      'Original file, read from its site',
      'image/jpeg',
      '412,034 bytes',
      'ab'.repeat(32),
      'confidence0.897',
      'isAIfalse',
      'AI likelihood (0 to 1)0.103',
      '0.42 sec',
      '2026-01-02T00:00:00.000Z',
      'BitMind 1.2.3',
      'this extension didn’t keep it',
    ]) {
      expect(text).toContain(words);
    }
    expect(html).toContain(`<img src="data:image/webp;base64,${btoa('picture')}"`);
  });

  it('says what the verdict means', async () => {
    const html = await report({ ...JUDGED, read: { ...JUDGED.read, method: 'screen' } } as CheckRecord);
    expect(parts(html).text).toContain(
      'What this means\nJudged from a screenshot, which loses detail.\nFinding no signs',
    );
  });

  it('says what the file says, apart from what BitMind says, and nothing where nobody looked', async () => {
    const { text } = parts(await report({ ...JUDGED, fileMetadata: SOME_FILE_METADATA }));
    for (const words of [
      'What the file says',
      'Content Credentials · Invalid',
      'The content doesn’t match what was signed.',
      'The file and BitMind disagree',
      'These notes aren’t signed',
      'Signed byExample Camera',
      'Stable Diffusion',
      'Maker Model',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/What they claim\n+.*This file.*Created, Colour or tone adjusted.*Edited from: sky\.jpg/s);
    expect(parts(await report(JUDGED)).text).not.toContain('What the file says');
  });

  it('has the whole manifest, as text', async () => {
    const manifest = '{"title": "</pre><script>alert(1)</script>"}';
    const html = await report({ ...JUDGED, fileMetadata: SOME_FILE_METADATA }, { manifest });
    expect(html).toContain('Full manifest</h3>\n<pre>{&quot;title&quot;: &quot;&lt;/pre&gt;&lt;script&gt;');
    expect(parts(html).tags.filter((tag) => tag.startsWith('<script'))).toEqual([]);
    expect(await report(JUDGED)).not.toContain('<pre>');
  });

  it('of a check without an account says that nothing was sent', async () => {
    const check = aCheck('alone', 1, {
      unjudged: { code: 'not-signed-in' },
      read: {},
      fileMetadata: { unread: 'format' },
    });
    const html = await report(check);
    expect(parts(html).text).toContain('Sign in to get a verdict');
    expect(parts(html).text).toContain('Nothing was sent.');
    expect(parts(html).text).not.toContain('What was sent');
    expect(parts(html).text).toContain('This extension doesn’t read metadata in this format');
    expect(html).not.toContain('class="verdict failed"');
  });

  it('of frames of a video says what each came to', async () => {
    const check = aCheck('frames', 1, {
      media: { kind: 'video' },
      read: { method: 'frames', type: 'video/mp4', frameSeconds: [0, 2, 61] },
      frames: [
        { isAi: true, likelihood: 0.9, atSeconds: 0 },
        { isAi: false, likelihood: 0.1, atSeconds: 61 },
      ],
    });
    const { text } = parts(await report(check));
    expect(text).toContain('Inconclusive');
    expect(text).toMatch(/0:00.*90%.*1:01.*10%/);
  });

  it('says how firm the verdict is, and what each version came to', async () => {
    const firmness = [
      { version: 'original', isAi: true, likelihood: 0.9 },
      { version: 'square', isAi: false, likelihood: 0.2 },
      { version: 'top-third', isAi: true, likelihood: 0.8 },
    ] as const;
    const { text } = parts(await report({ ...JUDGED, firmness }));
    expect(text).toMatch(/Depends on the version: 20–90%.*Original: 90%.*Centred square: 20%.*Top third: 80%/);
  });

  it('says what each part of a video came to', async () => {
    const timeline = {
      sentCount: 2,
      parts: [
        { fromSeconds: 0, toSeconds: 4, isAi: true, likelihood: 0.9 },
        { fromSeconds: 12, toSeconds: 16, isAi: false, likelihood: 0.2 },
      ],
    };
    const { text } = parts(await report({ ...JUDGED, timeline }));
    expect(text).toContain('In 2 parts: 20–90% · 0:00–0:04: 90% · 0:12–0:16: 20%');
  });

  it('says which part of the image was checked', async () => {
    const check = aCheck('part', 1, {
      verdict: { isAi: true },
      read: { part: { x: 40, y: 16, width: 320, height: 200 } },
    });
    const { text } = parts(await report(check));
    expect(text).toContain('Part of the image · 320 × 200 pixels, 40 from the left, 16 from the top');
  });

  it('says so where there is no picture, no verdict, and no bytes', async () => {
    const { text } = parts(await report(aCheck('failed', 1)));
    expect(text).toContain('Neither a thumbnail nor the file was kept');
    expect(text).toContain('Not checked');
    expect(text).toContain('The image or video is no longer in view.');
    expect(text).not.toContain('BitMind’s answer');
  });

  it('allows its own style sheet and pictures in it, and nothing else', async () => {
    const html = await report(JUDGED);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'");
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(REPORT_CSS));
    const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(html).toContain(`<style>${REPORT_CSS}</style>`);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'));
    expect(html).not.toMatch(/<script|<link|<iframe|<a |\son\w+=|https?:\/\/[^<]*"/);
  });

  it('leaves access keys out of addresses, unless they are wanted', async () => {
    const check = aCheck('a', 1, { media: { url: 'https://me:secret@cdn.example/a.jpg?token=secret' } });
    expect(await report(check)).not.toContain('secret');
    const whole = await report(check, { isWhole: true });
    expect(whole).toContain('https://cdn.example/a.jpg?token=secret');
    expect(whole).not.toContain('me:secret');
  });

  it('takes no address, file name, or word of the service for markup', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'<>"\'&`/=\u202E\0 ', 'script', 'onerror', '-->', '<!--') }),
    );
    const quiet = parts(await report(withWords('a'))).tags;
    await fc.assert(
      fc.asyncProperty(hostile, async (words) => {
        expect(parts(await report(withWords(words), { isWhole: true })).tags).toEqual(quiet);
      }),
    );
  });
});

describe('the evidence report in Arabic', () => {
  beforeEach(() => speak('ar'));

  it('isolates what was put into its sentences, by elements', async () => {
    const html = await report({ ...JUDGED, fileMetadata: SOME_FILE_METADATA });
    expect(html).not.toMatch(/\\u206|[\u2066-\u2069]/);
    expect(html).toContain('<bdi dir="ltr"><bdi>10</bdi>%</bdi>');
    expect(html.split('<bdi').length).toBe(html.split('</bdi>').length);
  });

  it('shows the isolates of a file’s own name as what they are', async () => {
    const media = { kind: 'image', fileName: 'a\u2069\u2067gpj.\u202Eexe', isPrivate: false } as const;
    const html = await report({ ...JUDGED, media });
    expect(html).toContain('<bdi>a\\u2069\\u2067gpj.\\u202Eexe</bdi>');
  });
});

/** A check with some words wherever they may come from elsewhere. */
function withWords(words: string): CheckRecord {
  return {
    ...aCheck('a', 1, { read: { type: words, sha256: words, convertedFrom: words } }),
    media: { kind: 'image', fileName: words, isPrivate: false },
    error: { code: 'input-refused', detail: `x${words}` },
    fileMetadata: {
      credentials: { state: 'valid', signer: `a${words}`, tool: `a${words}`, actions: [`a${words}`] },
      notes: [{ kind: 'generator', name: `a${words}` }],
      facts: { takenAt: `a${words}` },
    },
  };
}

describe('markup', () => {
  it('gives back any text as it was, once it is read as HTML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const html = String(markup`<td title="${text}">${text}</td>`);
        const [, attribute = '', content = ''] = /^<td title="([^"<>]*)">([^<>]*)<\/td>$/s.exec(html) ?? [];
        expect(unescaped(content)).toBe(written(text));
        expect(attribute).toBe(content);
      }),
    );
  });

  it('shows what is not seen but changes what is', () => {
    expect(String(markup`${'gpj.\u202Eexe\u0000\u200B'}`)).toBe('gpj.\\u202Eexe\\u0000\\u200B');
  });

  it.each([
    ['a \u2068b\u2069 c', 'a <bdi>b</bdi> c'],
    ['\u2066<\u2067b\u2069\u2069', '<bdi dir="ltr">&lt;<bdi dir="rtl">b</bdi></bdi>'],
    ['never ended \u2068b', 'never ended <bdi>b</bdi>'],
    ['never begun \u2069b', 'never begun \\u2069b'],
    ['\u2068\u202Eb\u2069', '<bdi>\\u202Eb</bdi>'],
  ])('has the isolates of a sentence as elements: %j', (words, html) => {
    expect(String(markup.sentence(words))).toBe(html);
  });

  it('does not escape markup twice', () => {
    const inner = markup`<b>${'<'}</b>`;
    expect(String(markup`${inner}${[inner, inner]}${undefined}`)).toBe('<b>&lt;</b>'.repeat(3));
  });
});

function unescaped(html: string): string {
  const characters: Readonly<Record<string, string>> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    '#39': "'",
    '#96': '`',
  };
  return html.replace(/&(#?\w+);/g, (_, name: string) => characters[name] ?? '?');
}

/** As `markup` writes what is not seen. */
function written(text: string): string {
  return text.replace(/[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
  });
}
