// The one door to the extension APIs: everything in platform/, storage/ and messaging/ takes `browser` from here.
export { type Browser, browser } from 'wxt/browser';
