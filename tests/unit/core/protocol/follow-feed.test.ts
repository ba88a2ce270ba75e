import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followFeed } from '../../../../src/core/protocol/follow-feed.ts';

const NAME = 'check:a';
const LONG_MS = 60_000;

/** The background's ends of the connections that were made, in their order. */
const opened: { speak(state: string): void; cut(): void; isCut(): boolean }[] = [];
const { connect, id } = fakeBrowser.runtime;
let stop: AbortController;
let heard: string[];
let page: EventTarget;

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.useFakeTimers();
  opened.length = 0;
  heard = [];
  stop = new AbortController();
  Object.assign(fakeBrowser.runtime, { connect: ({ name }: { name: string }) => connectionTo(name) });
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Object.assign(fakeBrowser.runtime, { connect, id });
});

function connectionTo(name: string) {
  expect(name).toBe(NAME);
  let onMessage = (_: string) => undefined as unknown;
  let onDisconnect = () => undefined as unknown;
  let isCut = false;
  opened.push({
    speak: (state) => onMessage(state),
    cut: () => onDisconnect(),
    isCut: () => isCut,
  });
  return {
    onMessage: {
      addListener(listener: typeof onMessage) {
        onMessage = listener;
      },
    },
    onDisconnect: {
      addListener(listener: typeof onDisconnect) {
        onDisconnect = listener;
      },
    },
    disconnect() {
      isCut = true;
    },
  };
}

function follow(): void {
  const onState = (state: string) => heard.push(state);
  followFeed<string>(NAME, { onState, onLost: () => heard.push('lost') }, stop.signal);
}

it('a feed whose background ended is opened again at once, and goes on', async () => {
  follow();
  opened[0]?.speak('waiting');
  opened[0]?.cut();
  expect(opened).toHaveLength(2);
  opened[1]?.speak('done');
  await vi.advanceTimersByTimeAsync(LONG_MS);
  expect(heard).toEqual(['waiting', 'done']);
  expect(opened).toHaveLength(2);
});

it('a feed that is cut again before it spoke, as by an extension that is being reloaded, is lost soon', async () => {
  follow();
  opened[0]?.speak('waiting');
  opened[0]?.cut();
  opened[1]?.cut();
  await vi.advanceTimersByTimeAsync(900);
  expect(heard).toEqual(['waiting']);
  Object.assign(fakeBrowser.runtime, { id: undefined }); // What the browser does to a script whose extension has gone.
  await vi.advanceTimersByTimeAsync(200);
  expect(heard).toEqual(['waiting', 'lost']);
  await vi.advanceTimersByTimeAsync(LONG_MS);
  expect(heard).toEqual(['waiting', 'lost']);
});

it('a feed that nobody serves any more is lost after some tries', async () => {
  follow();
  opened[0]?.speak('waiting');
  opened[0]?.cut();
  for (let at = 1; at < 5; at += 1) {
    opened[at]?.cut();
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(heard).toEqual(['waiting', 'lost']);
  expect(opened).toHaveLength(5);
});

it('a silent feed is opened again, and what it says then is heard', async () => {
  follow();
  await vi.advanceTimersByTimeAsync(5_500);
  expect(opened).toHaveLength(2);
  expect(opened[0]?.isCut()).toBe(true);
  opened[1]?.speak('waiting');
  await vi.advanceTimersByTimeAsync(LONG_MS);
  expect(heard).toEqual(['waiting']);
  expect(opened).toHaveLength(2);
});

it('a feed that never speaks is given up, once, and heard should it speak after all', async () => {
  follow();
  await vi.advanceTimersByTimeAsync(LONG_MS);
  expect(heard).toEqual(['lost']);
  expect(opened).toHaveLength(4);
  opened[3]?.speak('waiting');
  opened[3]?.cut();
  opened[4]?.speak('done');
  await vi.advanceTimersByTimeAsync(LONG_MS);
  expect(heard).toEqual(['lost', 'waiting', 'done']);
});

it('nothing is heard or opened after the end', async () => {
  follow();
  opened[0]?.speak('waiting');
  stop.abort();
  expect(opened[0]?.isCut()).toBe(true);
  opened[0]?.speak('late');
  opened[0]?.cut();
  await vi.advanceTimersByTimeAsync(LONG_MS);
  expect(heard).toEqual(['waiting']);
  expect(opened).toHaveLength(1);
});

it.each([
  ['was left and comes back as it was is opened again', true, 2],
  ['is shown for the first time goes on', false, 1],
])('the feed of a page that %s', async (_name, persisted, connections) => {
  follow();
  opened[0]?.speak('asking');
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(opened).toHaveLength(connections);
  opened[1]?.speak('cancelled');
  expect(heard.at(-1)).toBe(persisted ? 'cancelled' : 'asking');
});
