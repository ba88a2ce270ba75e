import { isDeepStrictEqual } from 'node:util';
import type { PageRunView } from '../../../src/core/protocol/page-run-view.ts';
import type { PanelView } from '../../../src/core/protocol/panel-view.ts';
import type { FaultBed, Shown } from '../fault-bed.ts';
import type { ExtensionApi } from './extension-api.ts';
import type { TabInNode } from './tab-in-node.ts';

/** What is shown of a check: the words, and what each button says to the background. */
interface Seen {
  readonly lines: readonly string[];
  readonly buttons: readonly { readonly words: string; readonly action: string }[];
  /** What the background is told of whose button was pressed. */
  readonly about: Readonly<Record<string, unknown>>;
}

/** Both the panel and the status of a page have a button of their own beside those of the background. */
const CLOSE = 'Close';

/** The message of each button that a case presses in the panel. */
const OF_PANEL: Readonly<Record<string, string>> = {
  retry: 'retryCheck',
  'check-anyway': 'agreeToSend',
  cancel: 'cancelCheck',
  'check-part': 'checkPart',
  'check-firmness': 'checkFirmness',
  'check-by-parts': 'checkByParts',
};

/** The same in the status of a page. */
const OF_PAGE_RUN: Readonly<Record<string, string>> = { start: 'startPageRun', cancel: 'cancelPageRun' };

/** What shows a check in a tab: the panel, or the status of the whole page. */
export function shownIn(tab: TabInNode, api: ExtensionApi, waitFor: FaultBed['waitFor'], isWhole: boolean): Shown {
  const seen = (): Seen | undefined => {
    const { panel, run } = tab.page;
    if (isWhole) return run?.pill && ofRun(run.pill);
    return panel && ofPanel(panel);
  };
  const matches = (line: string, pattern: RegExp | string) =>
    typeof pattern === 'string' ? line === pattern : pattern.test(line);
  const linesNow = () => seen()?.lines ?? [];
  const buttonsNow = () => [CLOSE, ...(seen()?.buttons ?? []).map(({ words }) => words)];
  return {
    waitForLine: (pattern) =>
      waitFor(
        `the page to say ${pattern}`,
        () => (linesNow().some((line) => matches(line, pattern)) ? linesNow() : undefined),
        async () => linesNow().join(' | '),
      ),
    async press(button, chosen) {
      const { about, action } = await waitFor(`the button “${button}”`, () => {
        const now = seen();
        const found = now?.buttons.find(({ words }) => words === button);
        return found && { ...now, ...found };
      });
      const type = (isWhole ? OF_PAGE_RUN : OF_PANEL)[action];
      if (type === undefined) throw new Error(`no case presses ${action}`);
      const sender = { id: api.ownPage.id, url: tab.url, tab: { id: tab.id }, frameId: 0 };
      await api.send(sender, type, { ...about, ...chosen });
    },
    buttons: async () => buttonsNow(),
    waitForButtons: async (names) =>
      void (await waitFor(
        `the buttons ${names.join(' | ')}`,
        () => isDeepStrictEqual(buttonsNow(), names) || undefined,
      )),
  };
}

function ofPanel({
  checkId,
  headline,
  likelihood,
  subject,
  firmness,
  timeline,
  cost,
  lines,
  fileMetadata,
  buttons,
}: PanelView): Seen {
  const words = [
    headline?.words,
    likelihood?.words,
    subject,
    firmness?.words,
    ...(firmness?.versions ?? []).map(({ words }) => words),
    timeline?.words,
    ...(timeline?.parts ?? []).map(({ words }) => words),
    cost,
    ...lines.map(({ words }) => words),
    ...(fileMetadata?.lines ?? []).map(({ words }) => words),
  ];
  return { lines: words.flatMap((line) => line ?? []), buttons, about: { checkId, isRemembered: false } };
}

function ofRun({ runId, lines, buttons }: PageRunView): Seen {
  return { lines: lines.map(({ words }) => words), buttons, about: { runId } };
}
