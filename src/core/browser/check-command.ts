/** The name of the keyboard command in the manifest; the user may give it another key. */
export const CHECK_COMMAND = 'check-image';

/** The name of the command for the whole page. */
export const CHECK_PAGE_COMMAND = 'check-page';
