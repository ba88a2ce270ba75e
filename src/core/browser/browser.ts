// The one door to the extension APIs: every room takes `browser` from here.
export { type Browser, browser } from 'wxt/browser';
