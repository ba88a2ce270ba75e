import type { PageRun } from '../src/background/store/page-run.ts';

/** The check of a whole page, which has ended, signed in; nothing is in the page unless it is told. */
export function aPageRun(told: Partial<PageRun> = {}): PageRun {
  return {
    id: 'run',
    kind: 'image',
    state: 'done',
    tabId: 1,
    pageUrl: 'https://news.example/',
    isPrivate: false,
    isQuiet: false,
    items: [],
    accessMissing: [],
    reasons: [],
    privateHosts: [],
    sentTo: 'enterprise.bitmind.ai',
    startedAt: 0,
    ...told,
  };
}
