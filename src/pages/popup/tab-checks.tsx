import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type MessageKey, translate } from '../../core/i18n.ts';
import { type CheckRow, checksFeed } from '../../core/protocol/checks-feed.ts';
import type { PopupTab } from '../../core/protocol/own-page-address.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { FollowedCheck } from '../shared/followed-check.tsx';
import { placeText } from '../shared/place-text.ts';
import { useAttempt } from '../shared/use-attempt.ts';
import { useFeed } from '../shared/use-feed.ts';
import { CheckList } from './check-list.tsx';

/** The checks of the tab that the popup is about, else the latest; those that have a question first. */
export function TabChecks({ tab }: { readonly tab: PopupTab }): JSX.Element {
  const told = useFeed<readonly CheckRow[]>(checksFeed(tab));
  const checks = told ?? [];
  const [opened, setOpened] = useState<CheckRow>();
  const { failure, attempt } = useAttempt();
  const here = checks.filter(({ tabId }) => tabId !== undefined && tabId === tab.tabId);
  const followed = checks.filter((check) => check.checkId === opened?.checkId || isAskedHere(check, tab));

  /** On its media, where its panel can be; else among the results, which hold none of private windows. */
  async function open(check: CheckRow): Promise<void> {
    const isOnPage = here.includes(check) && (await sendToBackground('showCheck', { checkId: check.checkId }));
    if (!isOnPage && check.isPrivate) return setOpened(check);
    if (!isOnPage) await sendToBackground('openResults', { checkId: check.checkId });
    window.close();
  }

  const list = (title: MessageKey, listed: readonly CheckRow[]) =>
    listed.length > 0 && (
      <CheckList title={translate(title)} checks={listed} onOpen={(check) => attempt(() => open(check))} />
    );
  return (
    <>
      {followed.map(({ checkId, place }) => (
        <FollowedCheck key={checkId} id={checkId} name={placeText(place)} />
      ))}
      <FailureLine failure={failure} />
      {here.length > 0 ? list('checksOnThisPage', here) : list('latestChecks', checks)}
      {told?.length === 0 && <p class="quiet">{translate('noChecks')}</p>}
    </>
  );
}

/**
 * Whether a question is answered in the popup: no panel need be in its page. A popup that knows no page puts that of any; a
 * file's is put where the file was given.
 */
function isAskedHere({ isAsking, tabId }: CheckRow, popup: PopupTab): boolean {
  return isAsking && tabId !== undefined && (popup.tabId === undefined || tabId === popup.tabId);
}
