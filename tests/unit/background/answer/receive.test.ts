import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { type Handlers, receiveMessages } from '../../../../src/background/answer/receive.ts';
import { savedAccount } from '../../../../src/background/service/saved-account.ts';
import { TO_BACKGROUND } from '../../../../src/core/protocol/to-background.ts';

const PANEL_SENDER = { id: '', tab: { id: 7 }, frameId: 0, url: 'https://page.example/' };
const OWN_PAGE_SENDER = { id: '', url: '', tab: { id: 8 }, frameId: 0 };

const PANEL = () => PANEL_SENDER;
const OWN_PAGE = () => OWN_PAGE_SENDER;

let called: string[];

beforeEach(() => {
  fakeBrowser.reset();
  called = [];
  PANEL_SENDER.id = OWN_PAGE_SENDER.id = fakeBrowser.runtime.id;
  OWN_PAGE_SENDER.url = fakeBrowser.runtime.getURL('/options.html');
  const note = (name: string) => async () => {
    called.push(name);
    return undefined;
  };
  receiveMessages({
    cancelCheck: note('cancelCheck'),
    retryCheck: note('retryCheck'),
    checkFirmness: note('checkFirmness'),
    checkByParts: note('checkByParts'),
    seekVideo: note('seekVideo'),
    checkPart: async () => 'a',
    openPartPicker: note('openPartPicker'),
    getPicture: async () => new Blob(),
    showInPage: async () => true,
    judge: note('judge'),
    getThumbnail: async () => undefined,
    getFile: async () => new Blob(),
    answerAccess: note('answerAccess'),
    accessGranted: note('accessGranted'),
    agreeToSend: note('agreeToSend'),
    askAgain: note('askAgain'),
    checkPicture: note('checkPicture'),
    checkFile: async () => 'a',
    openOptions: note('openOptions'),
    openTrust: note('openTrust'),
    openReport: note('openReport'),
    getAccount: async () => ({ state: 'signed-out' }),
    uploadEnded: note('uploadEnded'),
    openPopup: note('openPopup'),
    openPopupWindow: note('openPopupWindow'),
    getSavedAccount: async () => savedAccount({ state: 'none' }, {}),
    getManagedSettings: async () => ({}),
    getUnusableSites: async () => [],
    saveAccount: async () => ({ state: 'connected', facts: {} }),
    unlockAccount: async () => true,
    signOut: note('signOut'),
    undoSignOut: async () => true,
    clearResults: note('clearResults'),
    countPage: note('countPage'),
    checkNewMedia: note('checkNewMedia'),
    startPageRun: note('startPageRun'),
    cancelPageRun: note('cancelPageRun'),
    retryPageRun: note('retryPageRun'),
    allowForPage: note('allowForPage'),
    openBadgedCheck: note('openBadgedCheck'),
    openSidePanel: async () => undefined,
    openResults: note('openResults'),
    getResult: async () => undefined,
    removeResults: note('removeResults'),
    undoRemoval: async () => true,
    startNewHistory: note('startNewHistory'),
    showNextOutcome: note('showNextOutcome'),
    removeBadges: note('removeBadges'),
    showCheck: async () => true,
    checkAgain: async () => 'started',
    imagesShown: note('imagesShown'),
    isAutomaticHere: async () => false,
    getAutomatic: async () => undefined,
    turnOnAutomatic: note('turnOnAutomatic'),
    turnOffAutomatic: note('turnOffAutomatic'),
  } satisfies Handlers);
});

/** What the background answers to a message that the browser delivers with this sender. */
function deliver(message: unknown, sender: object): Promise<unknown> {
  return new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger(message, sender, resolve);
  });
}

const account = { serviceAddress: 'x', credential: { method: 'api-key', apiKey: 'enterprise-1' } };
const keeping = { isRemembered: true, protection: { kind: 'none' } };
const draft = { account, keeping, isTested: true };
const access = { checkId: 'a', answer: 'allow-site', origin: 'https://cdn.example' };

describe('a message to the background', () => {
  it.each([
    ['a panel cancels', { type: 'cancelCheck', request: { checkId: 'a' } }, PANEL],
    ['a panel answers a question', { type: 'answerAccess', request: access }, PANEL],
    ['the options page saves', { type: 'saveAccount', request: draft }, OWN_PAGE],
    ['the popup signs out', { type: 'signOut', request: {} }, OWN_PAGE],
    ['the results page wants the account unlocked', { type: 'openPopup', request: {} }, OWN_PAGE],
  ])('is obeyed: %s', async (_name, message, sender) => {
    expect(await deliver(message, sender())).toMatchObject({ ok: true });
  });

  it('is known while it is in hand, and not before or after', async () => {
    const isInHand = () => deliver({ type: 'isInHand', request: { messageId: '1' } }, PANEL());
    expect(await isInHand()).toEqual({ ok: true, value: false });
    const answered = deliver({ type: 'cancelCheck', request: { checkId: 'a' }, messageId: '1' }, PANEL());
    expect(await isInHand()).toEqual({ ok: true, value: true });
    await answered;
    expect(await isInHand()).toEqual({ ok: true, value: false });
  });

  it.each([
    ['a page saves an account', { type: 'saveAccount', request: draft }, PANEL],
    ['a page guesses a passphrase', { type: 'unlockAccount', request: { passphrase: 'a' } }, PANEL],
    ['a page clears the results', { type: 'clearResults', request: {} }, PANEL],
    ['a page starts a new history', { type: 'startNewHistory', request: {} }, PANEL],
    ['a page asks for the account', { type: 'getAccount', request: { fresh: true } }, PANEL],
    ['a page signs out', { type: 'signOut', request: {} }, PANEL],
    ['a page undoes that', { type: 'undoSignOut', request: {} }, PANEL],
    ['another extension', { type: 'signOut', request: {} }, () => ({ id: 'other', url: 'chrome-extension://other/' })],
    ['nobody known', { type: 'cancelCheck', request: { checkId: 'a' } }, () => ({})],
    ['an unknown type', { type: 'readSecrets', request: {} }, OWN_PAGE],
    ['a type every object has', { type: 'toString', request: {} }, OWN_PAGE],
    ['no type', {}, OWN_PAGE],
    ['no object', 'signOut', OWN_PAGE],
    ['no check', { type: 'cancelCheck', request: {} }, PANEL],
    ['an answer that is none', { type: 'answerAccess', request: { ...access, answer: 'allow-everything' } }, PANEL],
    ['an origin with a path', { type: 'answerAccess', request: { ...access, origin: 'https://a.example/b' } }, PANEL],
    ['an origin that is none', { type: 'answerAccess', request: { ...access, origin: 'file:///' } }, PANEL],
    ['a pattern as origin', { type: 'answerAccess', request: { ...access, origin: '<all_urls>' } }, PANEL],
  ])('is refused: %s', async (_name, message, sender) => {
    expect(await deliver(message, sender())).toEqual({ ok: false, error: { code: 'message-refused' } });
    expect(called).toEqual([]);
  });
});

describe.each(Object.entries(TO_BACKGROUND))('the message %s', (type, rule) => {
  const message = { type, request: {} };
  const refusal = { ok: false, error: { code: 'message-refused' } };

  it.each([
    ['another extension', { id: 'other', url: 'chrome-extension://other/options.html' }],
    ['another extension’s script in a page', { id: 'other', tab: { id: 7 }, frameId: 0, url: 'https://page.example/' }],
    ['nobody', {}],
    ['a sender without a page', { id: fakeBrowser.runtime.id, url: 'https://page.example/' }],
    [
      'a page that has the extension’s address in its own',
      { id: fakeBrowser.runtime.id, url: 'https://a.example/?chrome-extension://' },
    ],
  ])('is refused from %s', async (_name, sender) => {
    expect(await deliver(message, sender)).toEqual(refusal);
    expect(called).toEqual([]);
  });

  const others = [
    ['panel', 'a page', PANEL],
    ['extension-page', 'an own page', OWN_PAGE],
  ] as const;
  it.each(others.filter(([kind]) => !rule.from.includes(kind)))(
    'is not for a %s: refused from %s',
    async (_, __, sender) => {
      expect(await deliver(message, sender())).toEqual(refusal);
      expect(called).toEqual([]);
    },
  );

  it.each([
    ['a text', 'x'],
    ['a list', []],
    ['nothing', undefined],
    ['null', null],
    ['a number', 1],
  ])('is refused with %s in the place of its request', async (_name, request) => {
    const sender = rule.from.includes('extension-page') ? OWN_PAGE() : PANEL();
    expect(await deliver({ type, request }, sender)).toEqual(refusal);
    expect(called).toEqual([]);
  });
});
