import type { FileRoom, Size } from '../../core/media/page-media.ts';
import { shownAddress } from '../find/shown-address.ts';
import { replacedContent } from '../find/style-pictures.ts';

const SIDES = ['paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft'] as const;

/** One file alone. */
const ONE_FILE = /^url\("[^"]*"\)$/;

/**
 * The room in which an element shows its file, in the viewport of its frame, and how it lies there. Undefined where that is not
 * known.
 */
export function fileRoom(element: Element): FileRoom | undefined {
  if (element instanceof HTMLVideoElement) return undefined;
  const style = getComputedStyle(element);
  const isReplaced = replacedContent(element, style) !== undefined;
  const isContent = isReplaced || shownAddress(element) !== undefined;
  if (!isContent && !isOneBackground(element, style)) return undefined;
  const { left, top, width, height } = element.getBoundingClientRect();
  if (!(element instanceof HTMLElement)) return { left, top, width, height, fit: 'fill', position: '', scale: 1 };
  const [above = 0, right = 0, below = 0, before = 0] = SIDES.map((side) =>
    isContent ? Number.parseFloat(style[side]) : 0,
  );
  const scale = width / element.offsetWidth || 1; // The page may have scaled it.
  const down = height / element.offsetHeight || 1;
  return {
    left: left + (element.clientLeft + before) * scale,
    top: top + (element.clientTop + above) * down,
    width: (element.clientWidth - before - right) * scale,
    height: (element.clientHeight - above - below) * down,
    fit: isContent ? style.objectFit : style.backgroundSize,
    position: isContent ? style.objectPosition : style.backgroundPosition,
    scale,
    ...(!isReplaced && element instanceof HTMLImageElement && { own: ownSize(element) }),
  };
}

function ownSize({ naturalWidth, naturalHeight }: HTMLImageElement): Size {
  return { width: naturalWidth, height: naturalHeight };
}

/** The page's own ground lies elsewhere, as does what stays where it is while the page scrolls. */
function isOneBackground(element: Element, { backgroundImage, backgroundAttachment }: CSSStyleDeclaration): boolean {
  return ONE_FILE.test(backgroundImage) && !element.matches('html, body') && backgroundAttachment !== 'fixed';
}
