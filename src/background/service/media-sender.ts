import type { MediaKind } from '../../core/check/media-reference.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { permissionFor } from '../../core/service/permission.ts';
import type { AccountSession } from './account-session.ts';
import { checkSeveral, resumeSeveral } from './check-several.ts';
import type { BitmindClient } from './client.ts';
import type { GateOptions, RequestGate } from './request-gate.ts';
import type { SendOptions, SeveralSender } from './send-options.ts';

/** The way to the service for one kind of media. Throws when the account may not have it checked, as far as is known. */
export async function mediaSender(session: AccountSession, gate: RequestGate, kind: MediaKind): Promise<SeveralSender> {
  const permission = permissionFor(kind);
  const { host } = await session.client(permission);
  const atHost = sessionAt(session, host);
  return {
    host,
    check: (media, options) =>
      gate.send(atGate(options), () =>
        atHost.use(permission, (client) =>
          kind === 'video' ? client.checkVideo(media, options) : client.checkImage(media, options),
        ),
      ),
    resume: (sent, options) => atHost.use(permission, (client) => client.resume(kind, sent, options)),
    checkSeveral: (media, options) => checkSeveral({ session: atHost, gate, kind }, media, options),
    resumeSeveral: (sent, options) => resumeSeveral({ session: atHost, kind }, sent, options),
  };
}

function atGate({ signal, job }: Pick<SendOptions, 'signal' | 'job'>): GateOptions {
  return { signal, onPaused: job.onPaused };
}

/**
 * The account in use at each call, as long as it is one of the same service: what was to be sent to one, as the user was told, does
 * not go to another.
 */
export function sessionAt(
  session: Pick<AccountSession, 'client' | 'use'>,
  host: string,
): Pick<AccountSession, 'client' | 'use'> {
  const atHost = (client: BitmindClient) => {
    if (client.host !== host) throw new AppError({ code: 'not-signed-in' });
    return client;
  };
  return {
    client: async (permission) => atHost(await session.client(permission)),
    use: (permission, call) => session.use(permission, (client) => call(atHost(client))),
  };
}
