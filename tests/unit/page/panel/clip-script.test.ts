import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startClipScript } from '../../../../src/page/panel/clip-script.ts';
import { shareFinder } from '../../../../src/page/shared/between-scripts.ts';

/** Stands in for the browser's own. */
class Player {}

const aPlayer = (): HTMLVideoElement => Object.assign(Object.create(Player.prototype), { currentTime: 0 });

/** What the page script knows to show the video of the check "a" now. */
let known: Element | undefined;

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('HTMLVideoElement', Player);
  shareFinder({ found: () => undefined, forget: () => undefined, elementOf: (id) => (id === 'a' ? known : undefined) });
  Reflect.deleteProperty(globalThis, 'checkWithBitmindScript-clip');
  startClipScript();
});
afterEach(() => vi.unstubAllGlobals());

it.each([
  ['goes to a moment on the word of the background', { checkId: 'a' }, {}, true, 20],
  ['does not for another check', { checkId: 'b' }, {}, true, 0],
  ['does not once it shows another video', { checkId: 'a' }, {}, false, 0],
  ['does not on the word of what has a tab', { checkId: 'a' }, { tab: { id: 1 } }, true, 0],
  ['does not on the word of another extension', { checkId: 'a' }, { id: 'another' }, true, 0],
])('a player %s', async (_, { checkId }, from: object, isKnown, moment) => {
  const player = aPlayer();
  known = isKnown ? player : undefined;
  const message = { type: 'seekVideo', request: { checkId, seconds: 20 } };
  await fakeBrowser.runtime.onMessage.trigger(message, { id: fakeBrowser.runtime.id, ...from }, () => undefined);
  expect(player.currentTime).toBe(moment);
});
