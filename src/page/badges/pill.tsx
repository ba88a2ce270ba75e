import type { JSX } from 'preact';
import { translate, translateCount } from '../../core/i18n.ts';
import type { PageRunAction, PageRunView } from '../../core/protocol/page-run-view.ts';
import bodyCss from '../../core/view/page-run-body.css?inline';
import { PageRunBody } from '../../core/view/page-run-body.tsx';
import { trusted } from '../../core/view/trusted.ts';
import { Announcement } from '../shared/announcement.tsx';
import { BoxHead } from '../shared/box-head.tsx';
import { keepPlace } from '../shared/keep-place.ts';
import { createOwnFrame } from '../shared/own-frame.ts';
import { addStyle } from '../shared/shadow-host.ts';
import footCss from './foot.css?inline';
import css from './pill.css?inline';

/** What the pill shows. */
export interface PillState {
  readonly view: PageRunView;
  /** Media that came into the page since it was counted. */
  readonly newCount: number;
  readonly hasBadges: boolean;
}

/** What can be done in the pill. */
export interface PillActions {
  readonly onAction: (action: PageRunAction, view: PageRunView) => void;
  readonly onCheckNew: () => void;
  readonly onRemoveBadges: (runId: string) => void;
}

/** The status of a page's check, at the foot of the page. */
export interface Pill {
  /** Puts a host of ours below it, where both are in the page. */
  keepAbove(other: HTMLElement): void;
  show(state: PillState): void;
  /** As that of a shadow host. */
  unzoom(): void;
  /** As that of a shadow host. */
  setSeen(isSeen: boolean): void;
  /** Whether there is anything of it in the page. */
  isThere(): boolean;
  /** Where it is in the viewport, if it is there. */
  places(): readonly DOMRect[];
  /** Removes every trace of it from the page. */
  remove(): void;
}

/** A pill that is not shown yet. Once the user has closed it, it stays away until `remove` and `show`. */
export function createPill(actions: PillActions): Pill {
  const { host, shell, draw, unzoom, setSeen } = createOwnFrame(translate('pageCheckName'), bodyCss + css);
  shell.classList.add('foot');
  const root = shell.getRootNode();
  if (root instanceof ShadowRoot) addStyle(root, footCss);
  let isClosed = false;
  let leaving: AbortController | undefined;
  /** Brings it out on top of what came into the top layer since. */
  let rise: (() => void) | undefined;

  function close(): void {
    isClosed = true;
    draw(null);
    leaving?.abort();
    leaving = undefined;
  }

  return {
    keepAbove(other) {
      if (host.parentNode !== other.parentNode) return;
      if (host.matches(':popover-open')) rise?.();
      else if (host.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) host.before(other);
    },
    show(state) {
      if (isClosed) return;
      if (!leaving) {
        leaving = new AbortController();
        rise = keepPlace(host, false, unzoom, leaving);
      }
      draw(<PillContent {...state} {...actions} onClose={close} />);
    },
    unzoom,
    setSeen,
    isThere: () => host.isConnected,
    places: () => (host.isConnected ? [shell.getBoundingClientRect()] : []),
    remove() {
      close();
      isClosed = false;
    },
  };
}

type PillContentProps = PillState & PillActions & { readonly onClose: () => void };

function PillContent(props: PillContentProps): JSX.Element {
  const { view, newCount, hasBadges, onAction, onCheckNew, onRemoveBadges, onClose } = props;
  return (
    <>
      <PageRunBody view={view} onAction={(action) => onAction(action, view)} role="group">
        {view.hasEnded && newCount > 0 && (
          <button type="button" onClick={trusted(onCheckNew)}>
            {translateCount('checkNewMedia', newCount)}
          </button>
        )}
        {view.hasEnded && hasBadges && (
          <button type="button" onClick={trusted(() => onRemoveBadges(view.runId))}>
            {translate('removeBadges')}
          </button>
        )}
      </PageRunBody>
      <Announcement sentences={view.lines.map(({ words }) => words)} />
      <BoxHead name={translate('pageCheckName')} onClose={onClose} />
    </>
  );
}
