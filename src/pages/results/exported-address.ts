/**
 * An address as it may leave the computer. What follows "?" or "#" often opens the file to whoever holds it (signed links,
 * session ids), and a name and password may stand before the host: left out, and marked so, unless `isWhole` is wanted. The
 * text of a `data:` address is the media itself, and is left out always.
 */
export function exportedAddress(address: string, isWhole: boolean): string {
  const data = /^data:[^,]{0,200},/i.exec(address);
  if (data) return `${data[0]}${LEFT_OUT}`;
  const url = URL.parse(address);
  if (!url) return isWhole ? address : LEFT_OUT;
  url.username = ''; // Never of use to a reader, whatever is wanted.
  url.password = '';
  if (isWhole) return url.href;
  const { search, hash } = url;
  url.search = '';
  url.hash = '';
  return `${url.href}${search && `?${LEFT_OUT}`}${hash && `#${LEFT_OUT}`}`;
}

/** Stands where something was left out. */
const LEFT_OUT = '…';
