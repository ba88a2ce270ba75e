import { createShadowHost } from './shadow-host.ts';

/** The panel's place in the page. */
export interface PanelHost {
  /** The region that holds the panel; keyboard focus can be put on it. */
  readonly region: HTMLElement;
  /** As that of a shadow host. */
  setSeen(isSeen: boolean): void;
  /** Whether the keyboard focus is in the panel; if it is elsewhere, the user has put it there. */
  hasFocus(): boolean;
  /** As that of a shadow host. */
  unzoom(): void;
  remove(): void;
}

/**
 * Puts an empty panel into the page, in a closed shadow root: the page's scripts find nothing in it, and its styles do not
 * reach it. In the top layer where the page has one open, since all outside a modal dialog is inert.
 */
export function createPanelHost(regionName: string, css: string): PanelHost {
  const { host, root, layer: region, unzoom, setSeen } = createShadowHost('section', css);
  region.setAttribute('aria-label', regionName);
  region.setAttribute('role', 'region');
  region.tabIndex = -1;
  topmostLayer().append(host);
  host.popover = 'manual';
  host.showPopover();
  unzoom(); // Where it is now, another zoom may count.
  return {
    region,
    setSeen,
    hasFocus: () => root.activeElement !== null,
    unzoom,
    remove: () => host.remove(),
  };
}

/** Where the panel is seen and can be used: in the open modal dialog or the fullscreen element, else in the page itself. */
function topmostLayer(): Element {
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  const fullscreen = document.fullscreenElement;
  const isReplaced = fullscreen?.matches('img, video, canvas, embed, object, iframe'); // It draws none of its children.
  return dialog ?? (isReplaced ? undefined : fullscreen) ?? document.documentElement;
}
