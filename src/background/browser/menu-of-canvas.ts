/**
 * Whether the menu of a canvas, and of embedded files, has the items of the context `all` alone, whatever other contexts
 * they name. Chromium 156: yes. Firefox 153: no, there it has those of `page`.
 */
export const CANVAS_NEEDS_ALL = !import.meta.env.FIREFOX;
