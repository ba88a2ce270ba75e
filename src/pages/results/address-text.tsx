import type { JSX } from 'preact';

/** An address in one line: its host first, which says most; the whole of it on hovering. */
export function AddressText({ address }: { readonly address: string }): JSX.Element {
  const url = URL.parse(address);
  const isWeb = url !== null && /^https?:$/.test(url.protocol);
  return (
    <span class="address" title={address.slice(0, 500)} dir="ltr">
      {isWeb ? (
        <>
          <b>{url.host.replace(/^www\./, '')}</b>
          {url.pathname + url.search}
        </>
      ) : (
        address.slice(0, 100)
      )}
    </span>
  );
}
