import type { PageMedia } from '../../core/check/media-reference.ts';
import type { PageItem, PageRun } from '../store/page-run.ts';

/** One of a page's media, as its check is told of it. */
export function mediaOf(
  { kind, isAutomatic, tabId, pageUrl, isPrivate }: Omit<PageRun, 'items'>,
  item: PageItem,
): PageMedia {
  const { key, frameId, frameUrl, url, isUrlCut } = item;
  return {
    kind,
    pointedBy: 'page',
    itemKey: key,
    tabId,
    pageUrl,
    isPrivate,
    frameId,
    ...(isAutomatic && { isAutomatic }),
    ...(frameUrl !== undefined && { frameUrl }),
    ...(url !== undefined && { url }),
    ...(isUrlCut && { isUrlCut }),
  };
}
