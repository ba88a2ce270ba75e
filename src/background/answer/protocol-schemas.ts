import type { Sender, ToBackground } from '../../core/protocol/protocol.ts';
import { z } from '../../core/schema.ts';
import { accountSchema } from '../../core/service/credential.ts';

/** How a message to the background is checked: who may send it, and what it looks like. */
export interface MessageRule<Request> {
  readonly from: readonly Sender[];
  readonly request: z.ZodMiniType<Request>;
}

const panels: readonly Sender[] = ['panel'];
const anyone: readonly Sender[] = ['panel', 'extension-page'];
const ownPages: readonly Sender[] = ['extension-page'];
const nothing = z.object({});
const kind = z.enum(['image', 'video']);
const checkId = z.string().check(z.maxLength(64));

/** An origin the browser may be asked about: a web origin and nothing else. */
const webOrigin = z.string().check(
  z.maxLength(2048),
  z.refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? '') && URL.parse(text)?.origin === text),
);

const keeping = z.object({
  isRemembered: z.boolean(),
  protection: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('passphrase'), passphrase: z.string().check(z.minLength(1)) }),
    z.object({ kind: z.literal('same-passphrase') }),
  ]),
});

/** The checked half of the protocol table. */
export const MESSAGE_RULES: { readonly [Type in keyof ToBackground]: MessageRule<ToBackground[Type]['request']> } = {
  cancelCheck: { from: anyone, request: z.object({ checkId }) },
  retryCheck: { from: anyone, request: z.object({ checkId }) },
  answerAccess: {
    from: anyone,
    request: z.object({
      checkId,
      answer: z.enum(['allow-site', 'allow-all-sites', 'use-screen']),
      origin: z.exactOptional(webOrigin),
    }),
  },
  agreeToSend: { from: anyone, request: z.object({ checkId, isRemembered: z.boolean() }) },
  checkPicture: { from: panels, request: z.object({ checkId, index: z.number().check(z.int(), z.gte(0)) }) },
  checkFile: {
    from: ownPages,
    request: z.object({ file: z.instanceof(Blob), name: z.string(), isPrivate: z.boolean() }),
  },
  countPage: { from: ownPages, request: z.object({ tabId: z.number().check(z.int()), kind }) },
  checkNewMedia: { from: panels, request: z.object({ kind }) },
  startPageRun: { from: anyone, request: z.object({ runId: checkId }) },
  cancelPageRun: { from: anyone, request: z.object({ runId: checkId }) },
  retryPageRun: { from: anyone, request: z.object({ runId: checkId }) },
  allowForPage: {
    from: anyone,
    request: z.object({ runId: checkId, origins: z.exactOptional(z.array(webOrigin).check(z.maxLength(100))) }),
  },
  openBadgedCheck: { from: panels, request: z.object({ key: z.string().check(z.maxLength(64)) }) },
  openResults: { from: anyone, request: z.object({ checkId: z.exactOptional(checkId) }) },
  accessGranted: { from: ownPages, request: z.object({ checkId }) },
  openOptions: { from: anyone, request: nothing },
  openPopup: { from: anyone, request: nothing },
  openPopupWindow: {
    from: ownPages,
    request: z.object({ tabId: z.exactOptional(z.number().check(z.int())), isPrivate: z.boolean() }),
  },
  uploadEnded: { from: ownPages, request: nothing },
  getAccount: { from: ownPages, request: z.object({ fresh: z.boolean() }) },
  getSavedAccount: { from: ownPages, request: nothing },
  saveAccount: { from: ownPages, request: z.object({ account: accountSchema, keeping, isTested: z.boolean() }) },
  unlockAccount: { from: ownPages, request: z.object({ passphrase: z.string() }) },
  signOut: { from: ownPages, request: nothing },
  clearResults: { from: ownPages, request: nothing },
  removeResult: { from: ownPages, request: z.object({ checkId }) },
  showCheck: { from: ownPages, request: z.object({ checkId }) },
  checkAgain: { from: ownPages, request: z.object({ checkId }) },
  isInHand: { from: anyone, request: z.object({ messageId: z.string().check(z.maxLength(64)) }) },
};
