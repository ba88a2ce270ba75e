import type { PageRead, ReadLimits, ReadProgress, TooLargeInPage } from '../../core/media/page-media.ts';
import { readInPage } from './read-in-page.ts';

interface Running {
  readonly controller: AbortController;
  progress?: ReadProgress;
}

/** The files that a frame is reading, each under its check's id, to be watched and stopped. */
export function createPageReads() {
  const running = new Map<string, Running>();
  const stop = (checkId: string) => running.get(checkId)?.controller.abort();
  return {
    stop,
    progressOf: (checkId: string): ReadProgress | undefined => running.get(checkId)?.progress,
    async read(
      checkId: string,
      url: string,
      element: Element | undefined,
      limits: ReadLimits,
    ): Promise<PageRead | TooLargeInPage> {
      stop(checkId); // The background that asked for it has ended.
      const one: Running = { controller: new AbortController() };
      running.set(checkId, one);
      const onProgress = (doneBytes: number, totalBytes: number | undefined) => {
        one.progress = { doneBytes, ...(totalBytes !== undefined && { totalBytes }) };
      };
      try {
        return await readInPage(url, element, { limits, signal: one.controller.signal, onProgress });
      } finally {
        if (running.get(checkId) === one) running.delete(checkId);
      }
    },
  };
}
