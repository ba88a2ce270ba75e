/** A name and password as they stand inside other addresses: `view-source:https://reader:secret@host/`, `about:reader?url=https%3A…`. */
const INSIDE = /(:\/\/|%3A%2F%2F)(?:(?!%2F)[^/?#&])*(?:@|%40)/gi;

/**
 * An address without the name and password it may hold (`https://reader:secret@host/`): they belong in no record, and `fetch` refuses
 * an address that has them. The browser knows them by then, and sends them to that host as it does for the page.
 */
export function withoutUserinfo(address: string): string {
  if (address.startsWith('data:')) return address; // It may be long, and names no host.
  const url = URL.parse(address);
  if (!url || !/^(https?|ftp):$/.test(url.protocol)) return address.replace(INSIDE, '$1');
  if (url.username === '' && url.password === '') return address;
  url.username = '';
  url.password = '';
  return url.href;
}
