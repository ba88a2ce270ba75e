// What the extension's own pages are about is told them in their address: the background writes it, the page reads it.

/** In the address of the popup's page when it stands in a window of its own. */
const IN_WINDOW = 'window';
const TAB = 'tab';
const PRIVATE = 'private';

/** What the popup is about. */
export interface PopupTab {
  /** The tab whose page it is opened for; left out where there is none. */
  readonly tabId?: number;
  /** It belongs to a private window. */
  readonly isPrivate: boolean;
}

/** The query of the popup's address in a window of its own, from which `tabOfWindow` is read again. */
export function windowQuery({ tabId, isPrivate }: PopupTab): string {
  return new URLSearchParams({
    [IN_WINDOW]: '',
    ...(tabId !== undefined && { [TAB]: String(tabId) }),
    ...(isPrivate && { [PRIVATE]: '' }),
  }).toString();
}

/** What the popup in a window of its own was opened for; undefined in the toolbar button's popup. */
export function tabOfWindow(): PopupTab | undefined {
  const { searchParams } = new URL(location.href);
  if (!searchParams.has(IN_WINDOW)) return undefined;
  const tab = searchParams.get(TAB);
  return { isPrivate: searchParams.has(PRIVATE), ...(tab !== null && { tabId: Number(tab) }) };
}

/** What the window asks that is about access to a site. */
export interface AccessQuestion {
  readonly checkId: string;
  readonly origin: string;
  /** What is read is not sent: nobody is signed in. */
  readonly isUnsent: boolean;
}

/** The query of that window's address, from which `accessQuestion` is read again. */
export function accessQuery({ checkId, origin, isUnsent }: AccessQuestion): string {
  return new URLSearchParams({ check: checkId, origin, ...(isUnsent && { unsent: '' }) }).toString();
}

/** The question that this window was opened for. */
export function accessQuestion(): AccessQuestion {
  const { searchParams } = new URL(location.href);
  return {
    checkId: searchParams.get('check') ?? '',
    origin: searchParams.get('origin') ?? '',
    isUnsent: searchParams.has('unsent'),
  };
}
