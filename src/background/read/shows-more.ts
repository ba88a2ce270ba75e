/**
 * What an SVG loads, or makes by itself, in a page and not where it is drawn as an image (SVG 2, section 2.7.1). None goes over the
 * same text again from each place where it could begin: this is done on the thread that all checks share.
 */
const LOADS_MORE = [
  /<(?:\w+:)?(?:image|feImage|use|img|iframe|video)\s[^<>]*?\b(?:href|src)\s*=\s*["'](?!\s*(?:data:|#))/i,
  /\burl\((?!\s{0,9}["']?\s{0,9}(?:data:|#))/i,
  /@import\b/i,
  /<(?:\w+:)?script\b/i,
];

/** More of an SVG than this is not looked at, in bytes: what it holds in itself makes it long. */
const LOOKED_AT_BYTES = 8_000_000;

/** Whether an SVG can look otherwise in a page of its own than where it is drawn as an image: without its photographs, that is. */
export async function showsMoreInPage(svg: Blob): Promise<boolean> {
  const text = await svg.slice(0, LOOKED_AT_BYTES).text();
  return LOADS_MORE.some((sign) => sign.test(text));
}
