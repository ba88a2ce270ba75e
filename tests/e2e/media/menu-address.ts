/**
 * The address Chromium tells of the node under the mouse (`HitTestResult::AbsoluteImageURL`): of images, also broken ones,
 * and of what shows one otherwise. Runs in the page, in no particular realm.
 */
export function menuAddressOf(node: Node): string | undefined {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  if (!element) return undefined;
  const named = (name: string) => String(Reflect.get(element, name));
  switch (element.localName) {
    case 'img':
      return named('currentSrc') || named('src');
    case 'input':
      return named('type') === 'image' ? named('src') : undefined;
    case 'embed':
      return named('src');
    case 'object':
      return named('data');
    case 'image':
      return new URL((element as SVGImageElement).href.baseVal, element.baseURI).href;
    default:
      return undefined;
  }
}
