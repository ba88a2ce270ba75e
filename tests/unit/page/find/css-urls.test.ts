import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cssUrls } from '../../../../src/page/find/css-urls.ts';
import { cpuTimeOf } from '../../../cpu-time.ts';

const CASES: readonly (readonly [value: string, urls: readonly string[]])[] = [
  ['none', []],
  ['url("https://a.example/1.jpg")', ['https://a.example/1.jpg']],
  ["url( '1.jpg' )", ['1.jpg']],
  ['url(1.jpg)', ['1.jpg']],
  ['URL(  1.jpg  )', ['1.jpg']],
  ['url(a.jpg), url("b.jpg"), linear-gradient(red, blue), url(c.jpg)', ['a.jpg', 'b.jpg', 'c.jpg']],
  ['linear-gradient(rgb(0, 0, 0) 0%, rgb(9 9 9 / 0.5) 100%)', []],
  ['url("data:image/svg+xml,<svg fill=\'rgb(1,2,3)\'/>")', ["data:image/svg+xml,<svg fill='rgb(1,2,3)'/>"]],
  ['url("data:image/png;base64,AA==, url(not-one.jpg)")', ['data:image/png;base64,AA==, url(not-one.jpg)']],
  ['url(data:image/png;base64,AA==)', ['data:image/png;base64,AA==']],
  [String.raw`url("a\"b\)c.jpg")`, ['a"b)c.jpg']],
  [String.raw`url(a\)\20 b.jpg)`, ['a) b.jpg']],
  [String.raw`url("\1F600.jpg")`, ['😀.jpg']],
  [String.raw`url("\0\D800 \FFFFFF x")`, ['\ufffd\ufffd\ufffdx']],
  ['url("a\\\nb.jpg")', ['ab.jpg']],
  ['url("")', []],
  ['url()', []],
  ['url(#paint)', []],
  ['src("a.jpg")', ['a.jpg']],
  ['image-set("a.jpg" 1x, "b.jpg" 2x)', ['b.jpg']],
  ['image-set(url("a.jpg") 1dppx, url("b.jpg") 96dpi, url(c.jpg) 600dpi)', ['c.jpg']],
  ['-webkit-image-set(url(a.jpg) 1x, url(b.jpg) 2x type("image/avif")), url(c.jpg)', ['b.jpg', 'c.jpg']],
  ['image-set("a.jpg" type("image/avif"), "b.jpg" .5x)', ['a.jpg']],
  ['image-set("a.jxl" type("image/jxl"), "b.jpg" type("image/jpeg"))', ['b.jpg']],
  ['image-set("a.jpg" 1x, "b.jxl" type("image/jxl") 2x)', ['a.jpg']],
  ['image-set("a.jxl" type("image/jxl"))', []],
  ['image-set(linear-gradient(red, blue) 1x)', []],
  ['cross-fade(url(a.jpg), url(b.jpg), 50%)', ['a.jpg', 'b.jpg']],
  ['"only words" url(a.jpg) / "alternative"', ['a.jpg']],
  ['counter(item) ". "', []],
  ['element(#id), -moz-element(#id)', []],
  // Broken ones.
  ['url("a.jpg', ['a.jpg']],
  ['url(a.jpg', ['a.jpg']],
  ['image-set("a.jpg" 1x', ['a.jpg']],
  ['))) url(a.jpg', ['a.jpg']],
  ['myurl(a.jpg)', []],
  ['\\', []],
  ['', []],
];

describe('the addresses in a CSS value', () => {
  it.each(CASES)('%s', (value, urls) => {
    expect(cssUrls(value, 2)).toEqual(urls);
  });

  it('are found again, whatever they hold, as browsers write them', () => {
    const address = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/^#|[\0\ud800-\udfff]/.test(text));
    fc.assert(
      fc.property(fc.array(address), (urls) => {
        expect(cssUrls(urls.map((url) => `url(${cssString(url)})`).join(', '), 1)).toEqual(urls);
        expect(cssUrls(urls.map((url) => `image-set(${cssString(url)} 1x)`).join(', '), 1)).toEqual(urls);
      }),
    );
  });

  it('are looked for in any text without fault', () => {
    const pieces = fc.constantFrom(
      'url(',
      '"',
      "'",
      '\\',
      ')',
      '(',
      ',',
      ' ',
      'image-set(',
      '2x',
      '1.1',
      '\n',
      'é',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))), (parts) => {
        expect(cssUrls(parts.join(''), 1).every((url) => url !== '')).toBe(true);
      }),
    );
  });

  it.each(['url(', 'url( ', '"', '\\', 'image-set(', '1.', 'a(', 'a', '(', ')', "'\\", 'url("', '1x'])(
    'take time by the length alone: many of %j',
    async (piece) => {
      // Of squared time it would be minutes.
      expect(await cpuTimeOf(() => cssUrls(piece.repeat(200_000), 1))).toBeLessThan(2_000);
    },
  );

  it('of a picture that is many megabytes long are found', () => {
    const url = `data:image/png;base64,${'A'.repeat(20_000_000)}`;
    expect(cssUrls(`url("${url}")`, 1)[0]?.length).toBe(url.length);
    expect(cssUrls(`url(${url})`, 1)[0]?.length).toBe(url.length);
  });
});

/** CSSOM, "serialize a string". */
function cssString(text: string): string {
  const control = (character: string) => `\\${character.codePointAt(0)?.toString(16)} `;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is escaped.
  return `"${text.replace(/["\\]/g, '\\$&').replace(/[\x01-\x1f\x7f]/g, control)}"`;
}
