import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { keptFiles } from '../fixtures/kept-files.ts';
import { PHOTOGRAPHS } from '../fixtures/photographs.ts';
import type { Page } from '../fixtures/serve-pages.ts';

/** The bytes of the first real photograph: what must arrive at the service, to the last byte. */
export function photograph(): Buffer {
  const [first] = PHOTOGRAPHS;
  if (!first) throw new Error('there is no photograph');
  return readFileSync(first.path);
}

/** A photograph under a name a server gives it. */
export function photographPage(page: Page = {}): Page {
  return { body: photograph(), type: 'image/jpeg', ...page };
}

/** The same as a site saves it that spares bytes: JPEG of quality 40, without metadata. */
export async function recompressedPage(): Promise<Page> {
  const args = [PHOTOGRAPHS[0]?.path ?? '', '-strip', '-quality', '40', 'a.jpg'];
  const files = await keptFiles(
    ['convert', ...args],
    async (folder) => void (await promisify(execFile)('convert', args, { cwd: folder })),
  );
  return { body: files.get('a.jpg') ?? '', type: 'image/jpeg' };
}

/** A page that shows one image. */
export function pageWithImage(address: string, attributes = 'width="400"'): Page {
  return {
    body: `<!doctype html><html lang="en"><title>A page</title><h1>A page</h1><img id="image" alt="A picture" src="${address}" ${attributes}>`,
  };
}
