import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A page that was saved as a file. */
export interface SavedPage {
  readonly name: string;
  readonly address: string;
  readonly html: Buffer;
}

/** Where a page says that it is, by how sure that is: what a browser wrote when it saved it, then what the page says itself. */
const SAYS_ADDRESS = [
  /<!-- saved from url=\(\d+\)(https?:[^\s>]+)/i,
  /<link\b[^>]*\brel=["']?canonical\b[^>]*\bhref=["']?(https?:[^"'\s>]+)/i,
  /<link\b[^>]*\bhref=["']?(https?:[^"'\s>]+)[^>]*\brel=["']?canonical\b/i,
  /<meta\b[^>]*\bproperty=["']?og:url\b[^>]*\bcontent=["']?(https?:[^"'\s>]+)/i,
];

/** The `.html` and `.htm` files of a folder, by name. */
export async function savedPages(folder: string): Promise<SavedPage[]> {
  const names = (await readdir(folder)).filter((name) => /\.html?$/i.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const html = await readFile(join(folder, name));
      return { name, html, address: addressOf(name, html.toString('latin1')) };
    }),
  );
}

/** Where a page was, as far as it says so; else an address made of its file's name. */
export function addressOf(name: string, html: string): string {
  for (const pattern of SAYS_ADDRESS) {
    const url = URL.parse(pattern.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '');
    // A port of its own leads to no server here.
    if (url && url.port === '') return url.href;
  }
  const words = name
    .replace(/\.html?$/i, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['page'];
  return `https://${words.join('-')}.example/`;
}
