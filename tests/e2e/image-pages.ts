import { readFileSync } from 'node:fs';
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

/** A page that shows one image. */
export function pageWithImage(address: string, attributes = 'width="400"'): Page {
  return {
    body: `<!doctype html><html lang="en"><title>A page</title><h1>A page</h1><img id="image" alt="A picture" src="${address}" ${attributes}>`,
  };
}
