/**
 * Whether the window in which a file is chosen takes the focus from the toolbar button's popup, which then closes before
 * the file is known. Firefox 153: yes (bugzilla 1292701). Chromium 156: no.
 */
export const CHOOSER_CLOSES_POPUP = import.meta.env.FIREFOX;
