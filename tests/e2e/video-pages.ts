import type { Page } from '../fixtures/serve-pages.ts';

/** A page that shows one video, and more after it. */
export function pageWithVideo(address: string, rest = ''): Page {
  return {
    body: `<!doctype html><title>A page</title><video id="video" src="${address}" width="400" height="225" muted></video>${rest}`,
  };
}
