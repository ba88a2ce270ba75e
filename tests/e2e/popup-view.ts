import { waitFor } from './harness/wait-for.ts';

/** What is asked of a page of the extension, in either browser's driver. */
export interface OwnPage {
  evaluate<Argument>(run: (argument: Argument) => unknown, argument: Argument): Promise<unknown>;
}

/** The toolbar's popup as it is drawn now. */
export interface PopupView {
  /** From the left of the display. */
  readonly left: number;
  /** From the top of the display. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  /** Whether the media of the page are counted, and the popup asks whether to check them. */
  readonly isAskingForPage: boolean;
  /** How many checks are listed; undefined until that is known. */
  readonly checks: number | undefined;
  /** What reaches beyond the popup's sides, or is cut off; of the names of accounts, settings say all. */
  readonly cutOff: readonly string[];
  /** Buttons that cannot be seen whole, nor be scrolled to. */
  readonly outOfReach: readonly string[];
  /** Where everything below the account's line is, by its words: what must stay when the account answers. */
  readonly places: Readonly<Record<string, string>>;
}

/** Opens the toolbar's popup over the tab in front, as a click on its button does, in a theme. */
export async function openPopup(ownPage: OwnPage, theme: 'light' | 'dark'): Promise<void> {
  await ownPage.evaluate(() => chrome.action.openPopup(), undefined);
  await waitForPopup(ownPage, 'open', () => true);
  await ownPage.evaluate((scheme: string) => {
    const popup = chrome.extension.getViews({ type: 'popup' })[0];
    if (popup) popup.document.documentElement.style.colorScheme = scheme;
  }, theme);
}

/** Comes back once the popup has drawn what it has to show. */
export async function popupDrawn(ownPage: OwnPage): Promise<void> {
  await ownPage.evaluate(async () => {
    const popup = chrome.extension.getViews({ type: 'popup' })[0];
    const frame = () => new Promise((drawn) => popup?.requestAnimationFrame(drawn));
    await frame();
    await frame();
  }, undefined);
}

/** Closes the popup, and waits until it is gone. */
export async function closePopup(ownPage: OwnPage): Promise<void> {
  await ownPage.evaluate(() => chrome.extension.getViews({ type: 'popup' })[0]?.close(), undefined);
  // One that is going is not looked into: Firefox 153 throws at its size.
  const count = () => ownPage.evaluate(() => chrome.extension.getViews({ type: 'popup' }).length, undefined);
  await waitFor('the popup to be gone', async () => (await count()) === 0 || undefined);
}

/** The popup once what it says is so. */
export function waitForPopup(ownPage: OwnPage, what: string, isSo: (popup: PopupView) => boolean): Promise<PopupView> {
  let last = 'no popup';
  return waitFor(
    `the popup, ${what}`,
    async () => {
      const popup = await popupView(ownPage);
      last = popup?.text ?? 'no popup';
      return popup && isSo(popup) ? popup : undefined;
    },
    { seen: () => last },
  );
}

/** The popup, from another page of the extension: no debugger sees it in both browsers. */
async function popupView(ownPage: OwnPage): Promise<PopupView | undefined> {
  const view = await ownPage.evaluate(viewInPage, undefined);
  return isView(view) ? view : undefined;
}

function isView(view: unknown): view is PopupView {
  return typeof view === 'object' && view !== null && 'places' in view;
}

/** Runs in the page. */
function viewInPage(): PopupView | undefined {
  const popup = chrome.extension.getViews({ type: 'popup' })[0];
  const main = popup?.document.querySelector('main');
  if (!popup || !main) return undefined;
  const { innerWidth: width, innerHeight: height } = popup;
  const elements = [...main.querySelectorAll('*')].filter((one) => !one.closest('.unseen, svg'));
  const ownText = (one: Element) =>
    [...one.childNodes]
      .map((node) => (node.nodeType === 3 ? node.textContent : ''))
      .join('')
      .trim();
  const nameOf = (one: Element) => `${one.localName}.${one.className} “${ownText(one)}”`;
  const isCutOff = (one: Element) => {
    const { left, right, width: own } = one.getBoundingClientRect();
    if (own > 0 && (left < 0 || right > width)) return true;
    const isHidden =
      one.localName !== 'main' && popup.getComputedStyle(one).overflow === 'hidden' && one.textContent !== '';
    const isClipped = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
    return isHidden && isClipped && !one.closest('.who[title]'); // Never a verdict, or what went wrong.
  };
  const scrolls = (one: Element | null): boolean =>
    one !== null && ((one.scrollHeight > one.clientHeight + 1 && one !== main) || scrolls(one.parentElement));
  const isOutOfReach = (one: Element) => {
    const { top, bottom } = one.getBoundingClientRect();
    return (top < 0 || bottom > height) && !scrolls(one.parentElement?.closest('ul, .checks, main') ?? null);
  };
  const below = elements.filter((one) => !one.closest('.account-line') && ownText(one) !== '');
  return {
    // Firefox alone tells where the content is, and means another place by the other name.
    left: Number(Reflect.get(popup, 'mozInnerScreenX') ?? popup.screenX),
    top: Number(Reflect.get(popup, 'mozInnerScreenY') ?? popup.screenY),
    width,
    height,
    text: main.textContent,
    isAskingForPage: main.querySelector('.page-check > .actions button.primary') !== null,
    checks: main.querySelector('main > p.quiet, button.row') ? main.querySelectorAll('button.row').length : undefined,
    cutOff: elements.filter(isCutOff).map(nameOf),
    outOfReach: elements.filter((one) => one.localName === 'button' && isOutOfReach(one)).map(nameOf),
    places: Object.fromEntries(
      below.map((one, index) => {
        const { left, top, width, height } = one.getBoundingClientRect();
        return [`${index} ${nameOf(one)}`, [left, top, width, height].map(Math.round).join(' ')];
      }),
    ),
  };
}

/** What the code above finds where it runs. */
declare const chrome: {
  readonly action: { openPopup(): Promise<void> };
  readonly extension: { getViews(filter: { readonly type: 'popup' }): readonly Window[] };
};
