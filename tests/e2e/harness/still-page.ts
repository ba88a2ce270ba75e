/**
 * A file of the extension that runs nothing, and from which its APIs and its storage can be reached all the same, in both browsers. A
 * page that shows what is just being forgotten may load for as long as anybody waits.
 */
export const STILL_PAGE = 'icon/128.png';
