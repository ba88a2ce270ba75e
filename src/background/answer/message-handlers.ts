import { GESTURE_TRAVELS_IN_MESSAGES } from '../../core/browser/quirks.ts';
import { requestAllSites, requestSites } from '../../core/browser/site-access.ts';
import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile } from '../../core/check/media-reference.ts';
import type { AccessAnswer } from '../../core/check/question.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { logFault } from '../../core/log.ts';
import type { AccessQuestion } from '../../core/protocol/own-page-address.ts';
import { hasSiteAccess } from '../browser/granted-sites.ts';
import { injectPartPicker } from '../browser/inject-scripts.ts';
import {
  openAccessWindow,
  openOptions,
  openPopup,
  openPopupWindow,
  openReport,
  openTrust,
} from '../browser/own-pages.ts';
import { pageInTab } from '../browser/tab-page.ts';
import type { CheckContext } from '../check/check-context.ts';
import type { CheckDesk } from '../check/check-desk.ts';
import { judgeTimeline } from '../check/judge-timeline.ts';
import { stopLooking } from '../check/look-closer.ts';
import { measureFirmness } from '../check/measure-firmness.ts';
import { pictureOfCheck } from '../check/picture-of-check.ts';
import { startCheck, startPart } from '../check/start-check.ts';
import { seekVideoInPage } from '../page-link/clip-link.ts';
import type { PageDesk } from '../page-run/page-desk.ts';
import { identifyVideo } from '../read/identify-video.ts';
import { SITE_REASONS } from '../read/reasons-to-ask.ts';
import { unusableSites } from '../read/site-rules.ts';
import { clearResults } from '../results/remove-results.ts';
import { forgetAgreed, rememberAgreed } from '../store/agreed.ts';
import { isUnread } from '../store/check-state.ts';
import { readPolicy } from '../store/policy.ts';
import { automaticHandlers } from './automatic-handlers.ts';
import { pageRunHandlers } from './page-run-handlers.ts';
import type { ProvenSender } from './prove-sender.ts';
import type { Handlers } from './receive.ts';
import { resultHandlers } from './result-handlers.ts';
import { speaksFor } from './speaks-for.ts';

/** What the background does for each message. */
export function messageHandlers(context: CheckContext, desk: CheckDesk, pageDesk: PageDesk): Handlers {
  const { store, session, files } = context;

  /** The check a message is about, if it is the sender's. */
  async function checkFor(checkId: string, sender: ProvenSender): Promise<CheckRecord> {
    await store.load();
    const check = store.get(checkId);
    if (!check || !speaksFor(sender, check.media)) throw new AppError({ code: 'message-refused' });
    return check;
  }

  /** Goes on with a check whose site the user has just granted; the browser tells of new permissions alone. */
  async function goOn(checkId: string): Promise<void> {
    const check = store.get(checkId);
    // Begun at once: the panel looks again as soon as this message is answered.
    const again = check && isUnread(check) ? desk.run(checkId) : undefined;
    await Promise.all([again, desk.resumeAsking(hasSiteAccess)]);
  }

  /** What the window asks for a check: that for which its button was pressed in the page. */
  function accessQuestion({ id: checkId, question }: CheckRecord, answer: AccessAnswer): AccessQuestion {
    if (answer !== 'allow-site' || question?.kind !== 'site-access') return { checkId };
    return { checkId, origin: question.origin, isUnsent: question.isUnsent === true };
  }

  return {
    ...pageRunHandlers(pageDesk, desk, store),
    ...automaticHandlers(context, pageDesk),
    async cancelCheck({ checkId }, sender) {
      const { id } = await checkFor(checkId, sender);
      if (!stopLooking(context, id)) desk.cancel(id);
    },
    async checkFirmness({ checkId }, sender) {
      const { id } = await checkFor(checkId, sender);
      void measureFirmness(context, id).catch(logFault);
    },
    async checkByParts({ checkId }, sender) {
      const { id } = await checkFor(checkId, sender);
      void judgeTimeline(context, id).catch(logFault);
    },
    async seekVideo({ checkId, part }, sender) {
      const { id, media, timeline } = await checkFor(checkId, sender);
      const { fromSeconds } = timeline?.parts[part] ?? {};
      if (isLocalFile(media) || fromSeconds === undefined) throw new AppError({ code: 'message-refused' });
      await seekVideoInPage(id, media, fromSeconds);
    },
    async retryCheck({ checkId }, sender) {
      const { id, state, pageRun } = await checkFor(checkId, sender);
      stopLooking(context, id);
      const ended = desk.run(id, { isAfresh: state === 'done' });
      if (pageRun !== undefined) void ended.finally(() => pageDesk.lookAgain(pageRun)).catch(logFault);
      else void ended.catch(logFault);
    },
    async answerAccess({ checkId, answer, origin }, sender) {
      // The browser is asked first: after any `await` the click would be no gesture any more. The prompt names the
      // site; the permission, once given, lets only those checks go on that need it.
      const asked = askBrowser(answer, origin);
      const check = await checkFor(checkId, sender);
      const { question } = check;
      const inQuestion = question?.kind === 'site-access' ? question.origin : undefined;
      if (origin !== undefined && inQuestion !== origin) throw new AppError({ code: 'message-refused' });
      if (answer === 'use-screen') void desk.useScreen(checkId).catch(logFault);
      else if (!asked) await openAccessWindow(accessQuestion(check, answer), check.media.isPrivate);
      else if (await asked) void goOn(checkId).catch(logFault);
    },
    async agreeToSend({ checkId, isRemembered }, sender) {
      const { media, question } = await checkFor(checkId, sender);
      // A yes to reading, where nobody is signed in, is none to sending: it counts for this check alone.
      if (question?.kind === 'before-sending' && question.sentTo !== undefined && question.site !== undefined) {
        const reasons = question.reasons.filter((reason) => SITE_REASONS.includes(reason));
        // The yes counts for this check also where there is no room to remember it.
        const counts = media.isPrivate ? 'in-private' : isRemembered ? 'for-good' : 'until-closed';
        await rememberAgreed(reasons, question.site, counts).catch(logFault);
      }
      void desk.agreeToSend(checkId).catch(logFault);
    },
    askAgain: (site) => forgetAgreed(site),
    async checkPicture(choice, sender) {
      const { id, media, state } = await checkFor(choice.checkId, sender);
      if (isLocalFile(media)) throw new AppError({ code: 'message-refused' });
      const { url: _, isFound: __, ...pointed } = media;
      // What was no more than the question which one leaves no trace; what runs is not wanted any more.
      if (state === 'asking') store.remove(id);
      else desk.cancel(id);
      void startCheck(desk, { ...pointed, choice }).catch(logFault);
    },
    async checkPart({ checkId, share }, sender) {
      return startPart(context, desk, await checkFor(checkId, sender), share);
    },
    async openPartPicker({ checkId }, sender) {
      await checkFor(checkId, sender);
      if (sender.kind === 'panel') await injectPartPicker(sender);
    },
    async getPicture({ checkId }, sender) {
      const check = await checkFor(checkId, sender);
      // The top page beside a frame is not given what that frame shows.
      const isElsewhere =
        sender.kind === 'panel' && !isLocalFile(check.media) && sender.frameId !== check.media.frameId;
      if (isElsewhere) throw new AppError({ code: 'message-refused' });
      return pictureOfCheck(context, check);
    },
    async checkFile({ file, name, isPrivate }) {
      const isVideo = (await identifyVideo(file).catch(refuseUnread)) !== undefined;
      const { id } = desk.open({ kind: isVideo ? 'video' : 'image', fileName: name, isPrivate });
      files.put(id, file);
      void desk.run(id).catch(logFault);
      return id;
    },
    async accessGranted({ checkId }, sender) {
      await checkFor(checkId, sender);
      void goOn(checkId).catch(logFault);
    },
    openOptions: () => openOptions(),
    openTrust: () => openTrust(),
    openReport: async () => openReport((await readPolicy()).reportAddress),
    async openPopup(_request, sender) {
      await openPopup(sender.kind === 'panel' ? await pageInTab(sender.tabId) : { isPrivate: false });
    },
    openPopupWindow: (tab) => openPopupWindow(tab),
    uploadEnded: async () => undefined, // That a background is there is all.
    getAccount: ({ fresh }) => session.view(fresh),
    getSavedAccount: () => session.saved(),
    async getManagedSettings() {
      const { keepResultsDays, requestsPerHour, automaticPerHour } = await readPolicy();
      return { keepResultsDays, requestsPerHour, automaticPerHour };
    },
    getUnusableSites: async () => unusableSites(await readPolicy()),
    saveAccount: ({ account, keeping, isTested }) => session.save(account, keeping, isTested),
    unlockAccount: ({ passphrase }) => session.unlock(passphrase),
    signOut: () => session.signOut(),
    undoSignOut: () => session.undoSignOut(),
    ...resultHandlers(context, desk),
    clearResults: () => clearResults(context),
  };
}

/** Asks for the permission, where that can be done within a message; undefined where it cannot, or none is needed. */
function askBrowser(answer: AccessAnswer, origin: string | undefined): Promise<boolean> | undefined {
  if (!GESTURE_TRAVELS_IN_MESSAGES) return undefined;
  if (answer === 'allow-all-sites') return requestAllSites();
  return answer === 'allow-site' && origin !== undefined ? requestSites([origin]) : undefined;
}

/** What cannot be read at all is a folder, or was moved or is locked: the browser tells no more. */
function refuseUnread(cause: unknown): never {
  throw new AppError({ code: 'file-unusable', reason: 'unreadable' }, { cause });
}
