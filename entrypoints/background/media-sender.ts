import type { AccountSession } from '../../src/bitmind/account-session.ts';
import { checkSeveral } from '../../src/bitmind/check-several.ts';
import type { GateOptions, RequestGate } from '../../src/bitmind/request-gate.ts';
import type { SendOptions, SeveralSender } from '../../src/check/check-desk-parts.ts';
import type { MediaKind } from '../../src/check/media-reference.ts';

/** The way to the service for one kind of media. Throws when the account may not have it checked, as far as is known. */
export async function mediaSender(session: AccountSession, gate: RequestGate, kind: MediaKind): Promise<SeveralSender> {
  const client = await session.client(kind === 'video' ? 'video_inference' : 'image_inference');
  return {
    host: client.host,
    check: (media, options) =>
      gate.send(atGate(options), () =>
        kind === 'video' ? client.checkVideo(media, options) : client.checkImage(media, options),
      ),
    resume: (sent, options) => client.resume(kind, sent, options),
    checkSeveral: (media, options) =>
      gate.send(atGate(options), () => checkSeveral({ session, client, kind }, media, options)),
    async resumeSeveral(sent, options) {
      const answer = await client.resumeBatch(kind, sent, options);
      return 'notJudged' in answer ? answer : answer.results;
    },
  };
}

function atGate({ signal, job }: Pick<SendOptions, 'signal' | 'job'>): GateOptions {
  return { signal, onPaused: job.onPaused };
}
