// What the extension's own pages are about is told them in their address: the background writes it, the page reads it.

/** What the popup is about. */
export interface PopupTab {
  /** The tab whose page it is opened for; left out where there is none. */
  readonly tabId?: number;
  /** It belongs to a private window. */
  readonly isPrivate: boolean;
}

/** A popup's tab as text, from which `tabOf` is read again. */
export function tabQuery({ tabId, isPrivate }: PopupTab): string {
  return new URLSearchParams({
    ...(tabId !== undefined && { tab: String(tabId) }),
    ...(isPrivate && { private: '' }),
  }).toString();
}

/** What a popup is about, by what `tabQuery` made. */
export function tabOf(query: string): PopupTab {
  const params = new URLSearchParams(query);
  const tab = params.get('tab');
  return { isPrivate: params.has('private'), ...(tab !== null && { tabId: Number(tab) }) };
}

/** In the address of the popup's page when it stands in a window of its own. */
const IN_WINDOW = 'window';

/** The query of that window's address, from which `tabOfWindow` is read again. */
export function windowQuery(tab: PopupTab): string {
  return `${IN_WINDOW}&${tabQuery(tab)}`;
}

/** What the popup in a window of its own was opened for; undefined in the toolbar button's popup. */
export function tabOfWindow(): PopupTab | undefined {
  const { search } = new URL(location.href);
  return new URLSearchParams(search).has(IN_WINDOW) ? tabOf(search) : undefined;
}

/** What the page of results is opened with. */
export interface OpenedResult {
  /** Left out: with all of them. */
  readonly checkId?: string;
  /** All that its Content Credentials hold is wanted. */
  readonly isInspected?: boolean;
}

/** In the address of the page of results, where that is wanted. */
const INSPECTED = 'inspect';

/** What stands behind that page's path. The result is in the fragment, which changes while the page is there. */
export function resultPlace({ checkId, isInspected }: OpenedResult): string {
  return (isInspected ? `?${INSPECTED}` : '') + (checkId === undefined ? '' : `#${checkId}`);
}

/** Whether the page of results was opened for all that the Content Credentials of its result hold. */
export function isInspectedResult(): boolean {
  return new URL(location.href).searchParams.has(INSPECTED);
}

/** What the window asks that is about access to a site. */
export interface AccessQuestion {
  readonly checkId: string;
  /** Left out: the question is about all sites. */
  readonly origin?: string;
  /** What is read is not sent: nobody is signed in. */
  readonly isUnsent?: boolean;
}

/** The query of that window's address, from which `accessQuestion` is read again. */
export function accessQuery({ checkId, origin, isUnsent }: AccessQuestion): string {
  return new URLSearchParams({ check: checkId, ...(origin && { origin }), ...(isUnsent && { unsent: '' }) }).toString();
}

/** The question that this window was opened for. */
export function accessQuestion(): AccessQuestion {
  const { searchParams } = new URL(location.href);
  return {
    checkId: searchParams.get('check') ?? '',
    ...(searchParams.has('origin') && { origin: searchParams.get('origin') ?? '' }),
    isUnsent: searchParams.has('unsent'),
  };
}
