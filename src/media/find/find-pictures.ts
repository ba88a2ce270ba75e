import { findImage } from '../find-image.ts';
import type { Finding, Pointed } from './picture.ts';
export function findPictures({ url, targetElementId }: Pointed): Finding {
  const element =
    url === undefined ? undefined : findImage({ url, ...(targetElementId !== undefined && { targetElementId }) });
  return {
    pictures: element && url !== undefined ? [{ element, source: { kind: 'address', url } }] : [],
    isCertain: true,
  };
}
