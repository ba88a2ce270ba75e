/** An image as the page shows it, as far as a script in the page can tell. */
export interface ShownImage {
  /** Its address, or the file itself (`data:`). */
  readonly url: string;
  /** A place in the viewport, scrolled to where it is, at which the image is the topmost; left out for one that is covered. */
  readonly point?: { readonly x: number; readonly y: number };
}

/**
 * The images of a page that are to be seen and have 64 pixels a side and more, the largest first: elements, backgrounds, and
 * what stands before and after elements. With `isLargestAlone` the page is scrolled to the largest that is nowhere covered at
 * one of nine points, which is then the only one. Runs in the page, and knows nothing of how the extension finds them.
 */
export function imagesInPage(isLargestAlone: boolean): ShownImage[] {
  const LEAST = 64;
  const everything = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? everything(one.shadowRoot) : [])]);
  /** Of an `image-set()`, the one for screens like this. */
  const urlsIn = (text: string) =>
    [...text.replace(/url\("[^"]+"\) (?!1dppx)[\d.]+dppx/g, '').matchAll(/url\("([^"]+)"\)/g)].map(
      ([, url = '']) => url,
    );
  const ownUrl = (element: Element): string[] => {
    // What is next to nothing, and stretched, stands for nothing or for what is to come.
    if (element instanceof HTMLImageElement)
      return element.complete && element.naturalWidth > 2 ? [element.currentSrc] : [];
    if (element instanceof SVGImageElement) return [new URL(element.href.baseVal, element.baseURI).href];
    if (element instanceof HTMLInputElement && element.type === 'image') return [element.src];
    return element instanceof HTMLObjectElement && element.type.startsWith('image/') ? [element.data] : [];
  };
  const urlsOf = (element: Element): string[] => {
    const styles = [undefined, '::before', '::after'].map((pseudo) => getComputedStyle(element, pseudo));
    const behind = styles.flatMap(({ backgroundImage, content, display }, at) =>
      at > 0 && (content === 'none' || display === 'none') ? [] : urlsIn(backgroundImage),
    );
    return [...ownUrl(element), ...behind];
  };
  /** The part of an element that no element around it cuts off. */
  const seenPart = (element: Element) => {
    let { left, top, right, bottom } = element.getBoundingClientRect();
    for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
      if (getComputedStyle(around).overflow === 'visible') continue;
      const box = around.getBoundingClientRect();
      [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
      [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
    }
    // What is above or beside the page cannot be scrolled to.
    [left, top] = [Math.max(left, -scrollX), Math.max(top, -scrollY)];
    right = Math.min(right, document.documentElement.scrollWidth - scrollX);
    return { left, top, width: right - left, height: bottom - top };
  };
  const stackAt = (root: Document | ShadowRoot, x: number, y: number): Element[] =>
    root
      .elementsFromPoint(x, y)
      .filter((one) => one.getRootNode() === root)
      .flatMap((one) => [...(one.shadowRoot ? stackAt(one.shadowRoot, x, y) : []), one]);
  /** As links and covers over images are, which people see through. */
  const isClear = (element: Element) =>
    urlsOf(element).length === 0 &&
    !element.matches('img, video, canvas, svg, svg *, iframe, object, embed') &&
    (/, 0\)$/.test(getComputedStyle(element).backgroundColor) || getComputedStyle(element).opacity === '0');
  const isTopmost = (element: Element, { x, y }: { x: number; y: number }) => {
    const stack = stackAt(document, x, y);
    const at = stack.indexOf(element);
    // Of what the image is in, no more than something before or after it can be above the image.
    return at >= 0 && stack.slice(0, at).every((above) => above.contains(element) || isClear(above));
  };
  const freePoint = (element: Element) => {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { left, top, width, height } = seenPart(element);
    const shares = [0.5, 0.25, 0.75];
    const points = shares.flatMap((down) =>
      shares.map((across) => ({ x: left + across * width, y: top + down * height })),
    );
    return points.find(
      (point) =>
        point.x > 0 && point.y > 0 && point.x < innerWidth && point.y < innerHeight && isTopmost(element, point),
    );
  };
  const found = everything(document)
    .flatMap((element) => {
      const isSeen = element.checkVisibility({
        opacityProperty: true,
        visibilityProperty: true,
        contentVisibilityAuto: true,
      });
      const { width, height } = isSeen ? seenPart(element) : { width: 0, height: 0 };
      const urls = width >= LEAST && height >= LEAST ? urlsOf(element) : [];
      return urls.filter((url) => /^(https?|data):/.test(url)).map((url) => ({ element, url, area: width * height }));
    })
    .sort((one, other) => other.area - one.area);
  if (!isLargestAlone) return found.map(({ url }) => ({ url }));
  for (const { element, url } of found) {
    const point = freePoint(element);
    if (point) return [{ url, point }];
  }
  return [];
}
