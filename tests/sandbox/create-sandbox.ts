import { createServer } from 'node:http';
import type { Account } from './account.ts';
import type { Behaviour } from './behaviour.ts';
import { closeServer } from './close-server.ts';
import { DEFAULT_ACCOUNTS } from './default-accounts.ts';
import type { EndpointPath } from './endpoint.ts';
import { handleRequest } from './handle-request.ts';
import { listen } from './listen.ts';
import { createRecorder } from './recorder.ts';
import type { RequestRecord, RequestStage } from './request-record.ts';
import { DEFAULT_LIMITS, MEGABYTE, type SandboxLimits } from './sandbox-limits.ts';
import { createScript } from './script.ts';
import type { Service } from './service.ts';
import { createTokenStore, TOKEN_LIFETIME_SECONDS } from './token-store.ts';

/** Enough for the largest image the API takes. */
const RECORDED_BODY_BYTES = 120 * MEGABYTE;
const KEEP_ALIVE_MS = 120_000;

/** How a sandbox differs from the default one. */
export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly accounts?: readonly Account[];
  readonly limits?: Partial<SandboxLimits>;
  /** How long a token lives, in seconds. */
  readonly tokenLifetimeSeconds?: number;
  /** The time in milliseconds since 1970, for token expiry. */
  readonly now?: () => number;
  /** Bodies (all of one request's parts together) up to this many bytes are kept in its record. */
  readonly recordedBodyBytes?: number;
  /** Told of every request once it has ended. */
  readonly onEnded?: (record: RequestRecord) => void;
}

/** An answer a test holds back: `arrived` gives the request once it is fully received, `release` lets the answer go. */
export interface HeldAnswer {
  readonly arrived: Promise<RequestRecord>;
  release(): void;
}

/** A running sandbox, and the strings a test pulls. */
export interface Sandbox {
  /** Where it listens, as `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** Scripts the next correct requests to a path, one behaviour each, in the order they arrive. */
  next(path: EndpointPath, ...behaviours: readonly Behaviour[]): void;
  /** Scripts every correct request to a path that no `next` is waiting for. */
  always(path: EndpointPath, behaviour: Behaviour): void;
  /** Holds the next correct request to a path, like `next`, and answers it as `behaviour` says once released. */
  hold(path: EndpointPath, behaviour?: Behaviour): HeldAnswer;
  /** Makes every token issued so far wrong, as after a revocation. */
  revokeTokens(): void;
  /** Forgets scripts and recorded requests. Tokens stay good. */
  reset(): void;
  /** The requests to a path, or all, in the order they arrived; including refused ones and unknown paths. */
  requests(path?: string): readonly RequestRecord[];
  /** The `count`th request to a path (1 is the first), as soon as it has come to `stage` (`received` by default). */
  waitForRequest(path: string, count?: number, stage?: RequestStage): Promise<RequestRecord>;
  /** Closes every connection, those opened in advance too: the next request comes by a fresh one. */
  closeConnections(): void;
  /** Cuts every connection and refuses new ones, as a service that is down. Its address stays its own. */
  goDown(): Promise<void>;
  /** Takes connections again after `goDown`. */
  comeBack(): Promise<void>;
  /** Cuts every connection and stops listening. */
  close(): Promise<void>;
}

/** Starts a sandbox on 127.0.0.1. Rejects when the port is taken. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const service = createService(options);
  const server = createServer((request, response) => {
    void handleRequest(service, request, response).then((record) => options.onEnded?.(record));
  });
  // Longer than any test pauses: a client must never lose a race against a connection being closed for idleness.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.requestTimeout = 0;
  const port = await listen(server, options.port ?? 0);
  const { recorder, script, tokens } = service;
  return {
    origin: `http://127.0.0.1:${port}`,
    next(path, ...behaviours) {
      for (const behaviour of behaviours) {
        script.add(path, { behaviour });
      }
    },
    always: (path, behaviour) => script.setAlways(path, behaviour),
    hold(path, behaviour = {}) {
      const arrival = Promise.withResolvers<RequestRecord>();
      const release = Promise.withResolvers<void>();
      script.add(path, {
        behaviour: { ...behaviour, hold: Promise.all([release.promise, behaviour.hold]) },
        onReceived: arrival.resolve,
      });
      return { arrived: arrival.promise, release: release.resolve };
    },
    revokeTokens: () => tokens.revokeAll(),
    reset() {
      script.clear();
      recorder.clear();
    },
    requests: (path) => recorder.list(path),
    waitForRequest: (path, count = 1, stage = 'received') => recorder.wait(path, count, stage),
    closeConnections: () => server.closeAllConnections(),
    goDown: () => closeServer(server),
    async comeBack() {
      await listen(server, port);
    },
    close: () => closeServer(server),
  };
}

function createService(options: SandboxOptions): Service {
  const now = options.now ?? Date.now;
  return {
    accounts: options.accounts ?? DEFAULT_ACCOUNTS,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    recordedBodyBytes: options.recordedBodyBytes ?? RECORDED_BODY_BYTES,
    recorder: createRecorder(),
    script: createScript(),
    tokens: createTokenStore(options.tokenLifetimeSeconds ?? TOKEN_LIFETIME_SECONDS, now),
    now,
  };
}
