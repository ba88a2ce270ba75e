import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { readLocale } from '../../../scripts/locales/locale.ts';
import type { MessageKey } from '../../../src/core/i18n.ts';
import type { PageServer } from '../../fixtures/serve-pages.ts';
import type { Behaviour } from '../../sandbox/behaviour.ts';
import type { Sandbox } from '../../sandbox/create-sandbox.ts';
import { SANDBOX_API_KEY } from '../../sandbox/sandbox-credentials.ts';
import type { Desktop } from '../harness/desktop.ts';
import { run } from '../harness/run.ts';
import { waitFor } from '../harness/wait-for.ts';
import { keepResults } from '../keep-results.ts';
import { pageOfPictures } from '../many-pictures.ts';
import { closePopup, type OwnPage, openPopup, type PopupView, popupDrawn, waitForPopup } from '../popup-view.ts';
import { type PopupLanguage, type PopupLook, popupLooks, thirtyChecks } from './popup-looks.ts';

/** A browser with the extension in one language. */
export interface PopupBed {
  readonly browserName: 'chromium' | 'firefox';
  readonly desktop: Desktop;
  readonly sandbox: Sandbox;
  readonly pages: PageServer;
  /** A page of the extension behind the one in front. */
  readonly ownPage: OwnPage;
  /** Shows an address in the tab in front. */
  readonly show: (address: string) => Promise<unknown>;
}

/** How the account stands, and what is said of it. */
const WORDS = {
  'signed-out': 'accountSignedOut',
  connected: 'accountConnected',
  refused: 'accountRefused',
  locked: 'accountLocked',
  unreachable: 'accountUnreachable',
} as const satisfies Record<PopupLook['account'], MessageKey>;

/** What BitMind answers, where it is asked. */
const ANSWERS: Partial<Record<PopupLook['account'], Behaviour>> = {
  connected: {},
  refused: { status: 401 },
  unreachable: { status: 503 },
};

/** Brings looks of a language about, and holds their shape, and their pictures. */
export async function checkPopupLooks(
  language: PopupLanguage,
  bed: PopupBed,
  looks = popupLooks(language),
): Promise<void> {
  const words = (key: MessageKey) => readLocale(language)[key]?.message ?? '';
  bed.pages.setRoutes(pageOfPictures(5));
  for (const look of looks) {
    const name = `${language} ${look.account} ${look.content} ${look.theme}`.replaceAll(' ', '-');
    await test.step(name, async () => {
      await bringAbout(look, bed);
      const answer = ANSWERS[look.account];
      const held = answer && bed.sandbox.hold('/status', answer);
      if (answer) bed.sandbox.always('/status', answer); // It is asked again, where it had no answer.
      await openPopup(bed.ownPage, look.theme);
      const before = await waitForPopup(bed.ownPage, `with ${look.content}`, (popup) => shows(popup, look.content));
      held?.release();
      const after = await waitForPopup(bed.ownPage, words(WORDS[look.account]), ({ text }) =>
        text.includes(words(WORDS[look.account])),
      );
      const picture = await steadyPicture(bed, name, after);
      expect.soft(picture, name).toMatchSnapshot(['popup', bed.browserName, `${name}.png`], TOLERANCE);
      expect.soft(after.width, name).toBe(360);
      expect.soft(after.height, name).toBeLessThanOrEqual(600);
      expect.soft(after.cutOff, name).toEqual([]);
      expect.soft(after.outOfReach, name).toEqual([]);
      expect.soft(after.places, name).toEqual(before.places);
      await closePopup(bed.ownPage);
      bed.sandbox.reset();
    });
  }
}

/** One pixel in a hundred may differ: another release of the browser draws edges a little otherwise. A moved line is more. */
const TOLERANCE = { maxDiffPixelRatio: 0.01 };

/** The popup as it is on the display, once that is the same twice: Firefox draws after its page says that it has. */
async function steadyPicture({ desktop, ownPage }: PopupBed, name: string, { left, top, width, height }: PopupView) {
  const path = test.info().outputPath(`${name}.png`);
  let last: Buffer | undefined;
  return waitFor(`a steady picture of ${name}`, async () => {
    await popupDrawn(ownPage);
    await desktop.screenshot(path, { x: left, y: top, width, height });
    const before = last;
    last = await readFile(path);
    return before?.equals(last) ? inFewColours(path) : undefined;
  });
}

/** A picture at a quarter of its size, for the repository: how far a colour is set off by it is below what counts as different. */
async function inFewColours(path: string): Promise<Buffer> {
  const small = path.replace('.png', '-small.png');
  await run(
    'convert',
    [path, '-posterize', '8', '-strip', '-define', 'png:compression-level=9', `PNG8:${small}`],
    process.env,
  );
  return readFile(small);
}

async function bringAbout({ account, content }: PopupLook, bed: PopupBed): Promise<void> {
  const { ownPage, pages, sandbox, show } = bed;
  await ownPage.evaluate(storeAccount, { account, address: sandbox.origin, apiKey: SANDBOX_API_KEY });
  await show('about:blank');
  await show(pages.origin);
  if (content === 'page run') await ownPage.evaluate(countPage, undefined);
  if (content === '30 checks') await keepResults(ownPage, thirtyChecks());
}

function shows({ checks, isAskingForPage }: PopupView, content: PopupLook['content']): boolean {
  if (checks === undefined) return false;
  if (content === 'page run') return isAskingForPage;
  return content === '30 checks' ? checks > 0 : checks === 0;
}

interface StoredAccount {
  readonly account: PopupLook['account'];
  readonly address: string;
  readonly apiKey: string;
}

/** Runs in the page: what is on disk and in memory of an account in this state. */
async function storeAccount({ account, address, apiKey }: StoredAccount): Promise<void> {
  const { local, session } = chrome.storage;
  await session.remove(['standing', 'account']);
  if (account === 'signed-out') return local.remove('account');
  const credential = { method: 'api-key', apiKey };
  const plain = { kind: 'plain', account: { serviceAddress: address, credential } };
  const sealed = {
    kind: 'sealed',
    label: { serviceAddress: address, method: 'api-key' },
    sealed: { salt: 'AA==', rounds: 1_000_000, iv: 'AA==', data: 'AA==' },
  };
  await local.set({ account: account === 'locked' ? sealed : plain, account$: { v: 1 } });
}

/** Runs in the page: "Check images on this page", for the tab in front. */
async function countPage(): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const request = { tabId: tab?.id, kind: 'image' };
  await chrome.runtime.sendMessage({ type: 'countPage', request, messageId: 'of-this-test' });
}

/** What the code above finds where it runs. */
declare const chrome: {
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
  readonly storage: Readonly<
    Record<
      'local' | 'session',
      { set(items: object): Promise<void>; remove(keys: string | readonly string[]): Promise<void> }
    >
  >;
  readonly tabs: { query(filter: object): Promise<readonly { readonly id: number }[]> };
};
