import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sitePattern } from '../../src/core/browser/site-access.ts';
import { automaticSitesItem } from '../../src/core/store/automatic-sites.ts';
import { type AutomaticBed, type OpenOptions, openAutomaticBed } from './node/automatic-bed.ts';
import type { TabInNode } from './node/tab-in-node.ts';

let bed: AutomaticBed;
beforeAll(async () => {
  bed = await openAutomaticBed();
});
afterAll(() => bed.close());
beforeEach(() => bed.startOver());

const VERDICT = /% · Likely not AI-generated$/;
const TO_CHECK = 'Check · Not sent automatically';

/** Images are checked as they are shown on the pages that are opened. */
const turnOn = () => automaticSitesItem.set([bed.site]);

const own = (type: string, request: unknown) => bed.api.send(bed.api.ownPage, type, request);

/** What the popup of a tab is told. */
const view = ({ id }: TabInNode) => own('getAutomatic', { tabId: id, isOpening: true });

/** Presses a button of the extension in a page. */
const press = ({ id, url }: TabInNode, type: string, request: unknown) =>
  bed.api.send({ id: bed.api.ownPage.id, url, tab: { id }, frameId: 0 }, type, request);

const isStopped = async (tab: TabInNode) => ((await bed.run(tab))?.state === 'cancelled' ? true : undefined);

test('images are sent as they come into view, together, each once, and get their badges', async () => {
  await turnOn();
  const { tab, paths } = bed.open(12);
  await tab.page.show(...paths.slice(0, 5));
  const badges = await bed.waitForBadges(tab, 5);
  expect(badges.every(({ words }) => VERDICT.test(words))).toBe(true);
  await tab.page.show(...paths.slice(3, 9));
  await bed.waitForBadges(tab, 9);
  expect(bed.sent()).toBe(9);
  expect(bed.sandbox.requests('/image')).toHaveLength(0);
  expect(tab.page.run?.pill).toBeUndefined();
});

test('what comes into view while others are checked joins them', async () => {
  await turnOn();
  const { tab, paths } = bed.open(20);
  const held = bed.sandbox.hold('/batch_image');
  await tab.page.show(...paths.slice(0, 10));
  await held.arrived;
  await tab.page.show(...paths.slice(10));
  held.release();
  await bed.waitForBadges(tab, 20);
  expect(bed.sent()).toBe(20);
});

test('the same bytes are known on another page: nothing is sent, and the budget stays', async () => {
  await turnOn();
  await bed.changeSettings({ automaticPerHour: 4 });
  const first = bed.open(3);
  await first.tab.page.show(...first.paths);
  await bed.waitForBadges(first.tab, 3);
  const again = bed.open(first.media);
  await again.tab.page.show(...first.paths);
  await bed.waitForBadges(again.tab, 3);
  expect(bed.sent()).toBe(3);
});

test('the budget is kept: the rest waits, which is said, and goes on an hour later without another image', async () => {
  await turnOn();
  await bed.changeSettings({ automaticPerHour: 3 });
  const { tab, paths } = bed.open(6);
  await tab.page.show(...paths.slice(0, 5));
  await bed.waitForBadges(tab, 3);
  const pill = await bed.waitFor('the pill', () => tab.page.run?.pill);
  expect(pill.lines).toEqual([{ words: 'Paused: 3 images checked this hour', isQuiet: true }]);
  await tab.page.show(paths[5] ?? '');
  expect(bed.sent()).toBe(3);
  await bed.changeSettings({ automaticPerHour: 10 });
  await bed.clock.pass(3_600_000);
  await tab.page.show();
  await bed.waitForBadges(tab, 6);
  expect(bed.sent()).toBe(6);
  await bed.waitFor('the pill to go', () => (tab.page.run?.pill ? undefined : true));
});

test('an administrator’s budget goes before the user’s', async () => {
  await turnOn();
  bed.api.policy.automaticPerHour = 1;
  const { tab, paths } = bed.open(2);
  await tab.page.show(...paths);
  await bed.waitForBadges(tab, 1);
  expect(tab.page.run?.pill?.lines[0]?.words).toBe('Paused: 1 image checked this hour');
  expect(bed.sent()).toBe(1);
});

test.each<{ readonly name: string; readonly before: () => unknown; readonly options?: OpenOptions }>([
  { name: 'a site that was not chosen', before: () => automaticSitesItem.set(['http://other.example/*']) },
  { name: 'another host of the site', before: turnOn, options: { origin: 'http://photos.news.example' } },
  { name: 'a private window', before: turnOn, options: { isPrivate: true } },
  {
    name: 'a private network',
    before: () => automaticSitesItem.set(['http://intranet.local/*']),
    options: { origin: 'http://intranet.local' },
  },
  { name: 'a site of which the permission is gone', before: async () => [await turnOn(), bed.api.grantAlone()] },
  {
    name: 'a site an administrator forbids',
    before: async () => [await turnOn(), ban('noAutomaticSites', ['news.example'])],
  },
  {
    name: 'any site, where an administrator forbids all',
    before: async () => [await turnOn(), ban('noAutomaticSites', ['<all_urls>'])],
  },
  { name: 'a site that is blocked', before: async () => [await turnOn(), ban('blockedSites', ['news.example'])] },
  {
    name: 'a site of the user’s, where an administrator has locked that',
    before: async () => [await turnOn(), ban('lockAutomaticSites', true)],
  },
])('nothing is sent, and no script put into the page: $name', async ({ before, options }) => {
  await before();
  const { tab, paths } = bed.open(2, options);
  await tab.page.show(...paths);
  expect(await bed.run(tab)).toBeUndefined();
  await expect(tab.answer({ type: 'collectShown', request: {} })).rejects.toThrow();
  expect(bed.sent()).toBe(0);
});

test.each<readonly [string, boolean, { readonly url?: string; readonly page?: string; readonly ban?: string }]>([
  ['of a chosen site, in a page of one', true, {}],
  ['of a site that was not chosen', false, { url: 'http://other.example/' }],
  ['of a private network', false, { url: 'http://intranet.local/' }],
  ['of a site an administrator forbids', false, { url: 'http://photos.news.example/', ban: 'photos.news.example' }],
  ['of which the browser does not say whose it is', false, { url: 'about:blank' }],
  ['of a chosen site, in a page of another', false, { page: 'http://other.example' }],
])('a frame is told whether images in it are checked: one %s: %s', async (_case, isOn, { url, page, ban: banned }) => {
  bed.api.policy.automaticSites = ['news.example', 'intranet.local'];
  if (banned) ban('noAutomaticSites', [banned]);
  const { tab } = bed.open(1, page === undefined ? {} : { origin: page });
  const frame = { id: bed.api.ownPage.id, url: url ?? bed.pages.origin, tab: { id: tab.id }, frameId: 3 };
  expect(await bed.api.send(frame, 'isAutomaticHere', {})).toBe(isOn);
  await bed.api.send(frame, 'imagesShown', {});
  const asked = tab.answer({ type: 'collectShown', request: {} });
  await (isOn ? expect(asked).resolves.toBeDefined() : expect(asked).rejects.toThrow());
});

test('an administrator’s sites are checked without the user, and registered', async () => {
  bed.api.policy.automaticSites = ['news.example'];
  bed.api.policy.lockAutomaticSites = true;
  const { tab, paths } = bed.open(2);
  await tab.page.show(...paths);
  await bed.waitForBadges(tab, 2);
  expect(await view(tab)).toMatchObject({ state: 'on', isManaged: true });
  await expect(own('turnOnAutomatic', { tabId: tab.id, origins: [bed.pages.origin] })).rejects.toThrow(
    'message-refused',
  );
});

test('signed out, nothing is read or sent; signed in again, what was in view is', async () => {
  await turnOn();
  const { tab, paths } = bed.open(3);
  await own('signOut', {});
  const before = bed.pages.requests().length;
  await tab.page.show(...paths.slice(0, 2));
  expect(await view(tab)).toMatchObject({ state: 'on', isSignedOut: true });
  expect(bed.pages.requests()).toHaveLength(before);
  expect(await bed.run(tab)).toBeUndefined();
  await bed.signIn();
  await tab.page.show(paths[2] ?? '');
  await bed.waitForBadges(tab, 3);
});

test.each<readonly [string, (tab: TabInNode) => unknown]>([
  ['the permission is taken away', () => bed.api.grantAlone()],
  ['it is turned off', () => own('turnOffAutomatic', { site: bed.site })],
  ['the page goes on to another site', (tab) => tab.goTo('http://other.example/', [])],
])('what is under way stops where %s', async (_case, stop) => {
  await turnOn();
  const { tab, paths } = bed.open(4);
  const held = bed.sandbox.hold('/batch_image');
  await tab.page.show(...paths);
  await held.arrived;
  await stop(tab);
  await bed.waitFor('the check of the page to stop', () => isStopped(tab));
  const aborted = () => bed.sandbox.requests('/batch_image').find(({ outcome }) => outcome === 'aborted');
  await bed.waitFor('the request to be stopped', aborted);
  held.release();
});

test('the script is registered for the chosen sites alone, and goes with the permission or the choice', async () => {
  const matches = () => bed.api.registered.get('automatic')?.matches;
  const registered = (wanted: readonly string[] | undefined) =>
    bed.waitFor(`the script for ${wanted}`, () => (`${matches()}` === `${wanted}` ? true : undefined));
  await registered(undefined);
  await turnOn();
  await registered([bed.site]);
  await own('turnOffAutomatic', { site: bed.site });
  await registered(undefined);
  await turnOn();
  await registered([bed.site]);
  bed.api.grantAlone();
  await registered(undefined);
  bed.api.grantAlone('<all_urls>');
  expect(await automaticSitesItem.get()).toEqual([]); // What allows the site again is no wish for this.
});

test('pages that are open are watched at once, and again after an update of the extension', async () => {
  const { tab } = bed.open(1);
  const injected = () => bed.waitFor('the script', () => (inject.mock.calls.length > 0 ? true : undefined));
  const inject = vi.fn();
  Object.assign(bed.api.tabs.get(tab.id) ?? {}, { inject });
  await turnOn();
  await injected();
  inject.mockClear();
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion: '1.0.0' });
  await injected();
});

test.each<readonly [string, OpenOptions]>([
  ['of a private network', { from: 'http://intranet.local' }],
  ['that is not there', { from: 'http://photos.news.example:1' }],
  ['that only the screen could vouch for', { isChanging: true }],
])('an image is never sent by itself %s: its badge offers a click', async (_case, options = {}) => {
  await turnOn();
  await bed.changeSettings({ asksForPrivate: false });
  const { tab, paths } = bed.open(1, { from: bed.pages.otherOrigin, ...options });
  await tab.page.show(...paths);
  const [badge] = await bed.waitForBadges(tab, 1);
  expect(badge?.words).toBe(TO_CHECK);
  expect(bed.sent()).toBe(0);
  await press(tab, 'openBadgedCheck', { key: paths[0] });
  await bed.waitFor('the check to go on', () =>
    tab.page.panel?.lines.some(({ words }) => /answer/.test(words)) ? undefined : true,
  );
});

test('a click on the badge has the image checked as anybody’s own', async () => {
  await turnOn();
  const { tab, paths, media } = bed.open(1, { from: bed.pages.otherOrigin });
  bed.pages.setRoutes({ [new URL(paths[0] ?? '').pathname]: { status: 503 } });
  await tab.page.show(...paths);
  await bed.waitForBadges(tab, 1);
  for (const one of media) bed.restore(one);
  await press(tab, 'openBadgedCheck', { key: paths[0] });
  await bed.waitFor('the verdict', () => (VERDICT.test(tab.page.run?.badges[0]?.words ?? '') ? true : undefined));
  expect(bed.sent()).toBe(1);
});

test('a host that is not allowed is asked for by name, and goes on once it is', async () => {
  bed.api.grantAlone(bed.site, bed.service);
  await turnOn();
  const { tab, paths } = bed.open(2, { from: bed.pages.otherOrigin });
  await tab.page.show(...paths);
  const host = new URL(bed.pages.otherOrigin).host;
  const pill = await bed.waitFor('the pill', () => tab.page.run?.pill);
  expect(pill.buttons).toEqual([{ words: `Allow ${host}`, action: 'allow-these-sites' }]);
  expect(pill.accessMissing).toEqual([bed.pages.otherOrigin]);
  expect(bed.sent()).toBe(0);
  bed.api.grantAlone(bed.site, bed.service, sitePattern(bed.pages.otherOrigin));
  await bed.waitFor('both verdicts', () =>
    tab.page.run?.badges.filter(({ words }) => VERDICT.test(words)).length === 2 ? true : undefined,
  );
});

/** Ticks it in the popup, which the browser's prompt then closes. */
async function tick(tab: TabInNode, origins: readonly string[]): Promise<void> {
  void own('turnOnAutomatic', { tabId: tab.id, origins });
  await bed.waitFor('it to be noted', async () => (await wanted()) ?? undefined);
}

const wanted = async (): Promise<unknown> =>
  (await fakeBrowser.storage.session.get('wanted-automatic-site'))['wanted-automatic-site'];

test('it is turned on with the browser’s answer to all that was asked for', async () => {
  bed.api.grantAlone();
  const { tab } = bed.open(1);
  expect(await view(tab)).toMatchObject({ state: 'off', isManaged: false, origins: [bed.pages.origin] });
  await tick(tab, [bed.pages.origin, bed.pages.otherOrigin]);
  bed.api.grantAlone(bed.site);
  expect(await automaticSitesItem.get()).toEqual([]);
  bed.api.grantAlone(bed.site, sitePattern(bed.pages.otherOrigin));
  const isOn = async () => ((await automaticSitesItem.get()).includes(bed.site) ? true : undefined);
  await bed.waitFor('it to be on', isOn);
});

test.each<readonly [string, (tab: TabInNode) => unknown]>([
  ['the browser said no, or it was unticked', () => own('turnOffAutomatic', { site: bed.site })],
  ['the popup was opened anew', view],
  ['much time has passed', () => bed.clock.pass(150_000)],
])('what allows the site later does not turn it on where %s', async (_case, meanwhile) => {
  bed.api.grantAlone();
  const { tab } = bed.open(1);
  await tick(tab, [bed.pages.origin]);
  await meanwhile(tab);
  bed.api.grantAlone(bed.site);
  await bed.waitFor('it to be forgotten', async () => ((await wanted()) ? undefined : true));
  expect(await automaticSitesItem.get()).toEqual([]);
});

test('the user’s own check of the page goes first, and what it found counts', async () => {
  await turnOn();
  const { tab, paths } = bed.open(3);
  await own('countPage', { tabId: tab.id, kind: 'image' });
  await bed.waitForBadges(tab, 3);
  const sent = bed.sent();
  await tab.page.show(...paths);
  expect(bed.sent()).toBe(sent);
  expect(tab.page.run?.badges).toHaveLength(3);
});

function ban(name: string, value: unknown): void {
  bed.api.policy[name] = value;
}
