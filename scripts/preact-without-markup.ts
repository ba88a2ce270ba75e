import type { Plugin } from 'vite';

/** preact's one assignment of markup, for components that ask for `dangerouslySetInnerHTML`. Here none may. */
const ASSIGNMENT = /\.innerHTML=(\w+)\.__html/;

/**
 * Takes the way from text to markup out of preact, so that nothing the extension ships holds one. Fails the build when a
 * new version of preact does it in other words.
 */
export function preactWithoutMarkup(): Plugin {
  return {
    name: 'preact-without-markup',
    transform: {
      filter: { id: /\/preact\/dist\/preact\.mjs$/ },
      handler(code) {
        if (!ASSIGNMENT.test(code))
          this.error('preact sets markup in a way that is not known: look for `innerHTML` in it.');
        return { code: code.replace(ASSIGNMENT, '.textContent=$1.__html'), map: null };
      },
    },
  };
}
