import { answerBatchImage, answerBatchVideo } from './answer-batch.ts';
import { answerHealth } from './answer-health.ts';
import { answerImage } from './answer-image.ts';
import { answerStatus } from './answer-status.ts';
import { answerToken } from './answer-token.ts';
import { answerVideo } from './answer-video.ts';
import { authenticate } from './authenticate.ts';
import type { Call, SignedInCall } from './call.ts';
import { ENDPOINTS, type EndpointPath } from './endpoint.ts';
import { Refusal, refuse } from './refusal.ts';

/** Checks a call against everything its head can tell, then lets its endpoint answer: the JSON value of a 200. */
export async function answerCall(path: EndpointPath, call: Call): Promise<unknown> {
  const { method } = ENDPOINTS[path];
  if (call.request.method !== method) {
    throw new Refusal(405, { detail: `${path} takes ${method} only.` }, { allow: method });
  }
  if (call.record.search !== '') {
    refuse(400, 'No call takes a query string; credentials in one end up in logs.');
  }
  if (call.request.headers['content-encoding'] !== undefined) {
    refuse(415, 'A body must not be compressed.');
  }
  switch (path) {
    case '/health':
      return answerHealth(call);
    case '/v1/oauth/token':
      return answerToken(call);
    case '/status':
      return answerStatus(signIn(path, call));
    case '/image':
      return answerImage(signIn(path, call));
    case '/video':
      return answerVideo(signIn(path, call));
    case '/batch_image':
      return answerBatchImage(signIn(path, call));
    case '/batch_video':
      return answerBatchVideo(signIn(path, call));
  }
}

function signIn(path: EndpointPath, call: Call): SignedInCall {
  const account = authenticate(call.request.headers, call.service.accounts, call.service.tokens);
  const missing = ENDPOINTS[path].permissions.find((permission) => !account.permissions.includes(permission));
  if (missing !== undefined) {
    refuse(403, `This account lacks the permission ${missing}.`);
  }
  return { ...call, account };
}
