import { translate } from '../../core/i18n.ts';
import { logFault } from '../../core/log.ts';
import type { CollectedFrame, CollectedMedia } from '../../core/media/page-media.ts';
import { MAX_TOLD_URL } from '../../core/media/told-limits.ts';
import { withoutUserinfo } from '../../core/media/without-userinfo.ts';
import { followFeed } from '../../core/protocol/follow-feed.ts';
import type { FrameView } from '../../core/protocol/page-run-view.ts';
import { PAGE_RUN_FEED, type ToPageCheckScript } from '../../core/protocol/protocol.ts';
import { receiveFromBackground } from '../../core/protocol/receive-in-page.ts';
import { sendToBackground } from '../../core/protocol/send-to-background.ts';
import { sendRunAction } from '../../core/view/send-run-action.ts';
import { type CollectedPicture, collectedSize, createCollection, stillShows } from '../find/collect-media.ts';
import { elementsDeep, withinAny } from '../find/shadow-trees.ts';
import { claimFrame, inViewOf, shareCollected, shareTaken } from '../shared/between-scripts.ts';
import { outOfPicture } from '../shared/out-of-picture.ts';
import { createBadges, type ElementBadge } from './badges.tsx';
import { lookInTurns } from './look-in-turns.ts';
import { createPill } from './pill.tsx';
import { type MediaChange, type MediaWatch, watchMedia } from './watch-media.ts';

/** By this an author asks extensions to draw nothing in a page. */
const QUIET_PAGE = 'meta[name="CR-allow-UI-injection" i][content="false" i]';

/** What the check of a whole page needs in each of its frames, on the background's word: what is there, and the badges. */
export function startPageCheckScript(): void {
  if (!claimFrame('page-check')) return;
  const collections = { image: createCollection('image'), video: createCollection('video') };
  let kind: keyof typeof collections = 'image';
  let view: FrameView | undefined;
  let told = new Set<string>();
  /** The background has asked for what is in this document. */
  let isKnown = false;
  let following: AbortController | undefined;
  /** What is followed is to be followed again, once it has ended. */
  let isWanted = false;
  /** Nothing comes of what is followed. */
  let isLost = false;
  // Asked for now: a script that has lost its extension has no texts but those.
  const wordsWhenLost = translate('errorBackgroundEnded');
  translate('removeBadges');
  let watching: { readonly stop: AbortController; readonly media: MediaWatch } | undefined;

  const badges = createBadges(
    (key) => void sendToBackground('openBadgedCheck', { key }).catch(logFault),
    (host) => pill.keepAbove(host),
  );
  const pill = createPill({
    onAction: (action, run) => void sendRunAction(action, run).catch(logFault),
    onCheckNew: () => void sendToBackground('checkNewMedia', { kind }).catch(logFault),
    onRemoveBadges: (runId) => {
      leavePage();
      void sendToBackground('removeBadges', { runId }).catch(logFault);
    },
  });

  function leavePage(): void {
    watching?.stop.abort();
    watching = undefined;
    badges.remove();
    pill.remove();
  }

  shareTaken(pill.places);
  shareCollected((name) => {
    const found = pictureOf(name);
    const element = found && [...found.elements].find((one) => stillShows(one, found));
    return found && element && { element, source: found.source };
  });

  function pictureOf(name: string): CollectedPicture | undefined {
    const [of, key = ''] = name.split(':');
    return of === 'image' || of === 'video' ? collections[of].get(key) : undefined;
  }

  /** What is shown of what was collected. */
  function shown(): CollectedPicture[] {
    return [...collections[kind].all()].filter(({ elements }) => elements.size > 0);
  }

  function draw(): void {
    if (!view) return;
    const drawn = view.badges.flatMap((badge) =>
      Array.from(pictureOf(badge.key)?.elements ?? [], (element): ElementBadge => ({ element, view: badge })),
    );
    badges.show(drawn);
    // What nobody began takes up by itself what is new.
    const newCount = view.pill?.isAutomatic ? 0 : shown().filter(({ key }) => !told.has(key)).length;
    const hasBadges = drawn.length > 0 || view.hasBadgesElsewhere === true;
    if (view.pill) pill.show({ view: view.pill, newCount: isLost ? 0 : newCount, hasBadges });
    else pill.remove();
  }

  function follow(): void {
    isWanted = following !== undefined;
    if (following && !isLost) return;
    following?.abort();
    const controller = new AbortController();
    following = controller;
    followFeed<FrameView>(
      PAGE_RUN_FEED,
      {
        onState(next) {
          isLost = false;
          view = next;
          if (isQuiet()) return;
          watch();
          draw();
          if (!next.hasEnded) return;
          following = undefined; // Not beyond: each look would keep the background awake.
          controller.abort();
          if (isWanted) follow(); // It has gone on meanwhile.
        },
        onLost() {
          isLost = true;
          if (!view?.pill || isQuiet()) return;
          const lines = [{ words: wordsWhenLost }];
          const { progress: _, ...pill } = view.pill;
          view = { ...view, pill: { ...pill, lines, buttons: [], counts: [], hasEnded: true } };
          draw();
        },
      },
      controller.signal,
    );
  }

  function watch(): void {
    if (watching) return;
    const stop = new AbortController();
    const look = (elements: Iterable<Element>) => {
      if (collections[kind].look(elements)) draw();
    };
    const lookLater = lookInTurns(look, stop.signal);
    const onChange = ({ changed, around }: MediaChange) => {
      const affected = around.size > 0 ? withinAny(collections[kind].elements(), around) : [];
      look([...changed, ...affected.filter((element) => !element.isConnected)]);
      lookLater(affected);
      badges.unzoom();
      pill.unzoom();
    };
    watching = { stop, media: watchMedia(onChange, stop.signal) };
    watchRoots();
    lookLater(collections[kind].elements()); // Since they were collected nobody has watched.
  }

  function watchRoots(): void {
    for (const element of collections[kind].elements()) watching?.media.include(element.getRootNode());
  }

  const picture = outOfPicture(
    (isSeen) => {
      badges.setSeen(isSeen);
      pill.setSeen(isSeen);
    },
    () => badges.isThere() || pill.isThere(),
  );

  /** What the background is told of these, which it may have checked. */
  function claim(found: readonly CollectedPicture[]): CollectedFrame {
    watchRoots();
    const isFirst = !isKnown;
    isKnown = true;
    const media = found.map((one) => claimOf(one, kind));
    return { media, url: withoutUserinfo(document.URL).slice(0, MAX_TOLD_URL), isQuiet: isQuiet(), isFirst };
  }

  receiveFromBackground<ToPageCheckScript>({
    collectMedia({ kind: wanted }) {
      kind = wanted;
      collections[kind].look(collections[kind].elements()); // Some may have gone.
      collections[kind].look(elementsDeep());
      told = new Set(shown().map(({ key }) => key));
      pill.remove(); // So that one that was closed comes again.
      follow();
      return claim(shown());
    },
    collectShown() {
      kind = 'image';
      const elements = inViewOf()?.take() ?? [];
      collections.image.look(elements);
      return claim(shown().filter((found) => elements.some((element) => found.elements.has(element))));
    },
    followRun() {
      follow();
    },
    goToBadge: ({ key }) => badges.goTo(key),
    removeBadges() {
      leavePage();
      return undefined;
    },
    async hideBadges({ checkId }) {
      await picture.leave(checkId);
    },
    showBadges({ checkId }) {
      picture.enter(checkId);
    },
  });
}

function isQuiet(): boolean {
  return document.querySelector(QUIET_PAGE) !== null;
}

/** What the background is told of one. */
function claimOf(found: CollectedPicture, kind: 'image' | 'video'): CollectedMedia {
  const { source } = found;
  const url = 'url' in source ? source.url : undefined;
  const isReadable = url !== undefined && !url.startsWith('file:');
  return {
    key: `${kind}:${found.key}`,
    size: collectedSize(found),
    isReadable,
    ...(url !== undefined && { url: url.slice(0, MAX_TOLD_URL) }),
    ...(url !== undefined && url.length > MAX_TOLD_URL && { isUrlCut: true }),
  };
}
