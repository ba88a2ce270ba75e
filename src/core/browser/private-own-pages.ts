/**
 * Whether a private window can show the extension's own pages. Firefox 153: yes. Chromium 156: no, but for the toolbar
 * button's popup, whose page itself belongs to the normal windows.
 */
export const PRIVATE_WINDOWS_SHOW_OWN_PAGES = import.meta.env.FIREFOX;
