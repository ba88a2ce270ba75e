/**
 * A file of the extension that runs nothing, and from which its APIs and its storage can be reached all the same, in both browsers: a
 * page that shows something would ask for what is just being forgotten.
 */
export const STILL_PAGE = 'icon/128.png';
