import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { createSecureServer } from 'node:http2';
import type { Server } from 'node:net';
import { makeTestSigner } from '../fixtures/c2pa/test-signer.ts';
import { imageOfAddress, nameOfAddress } from './image-of-address.ts';

/** The whole web, on this computer: each address has an image of its own, but that of the page that is looked at. */
export interface EveryHost {
  /** Leads every name to it in Chromium, but this computer's own address, and has its certificate taken. */
  readonly chromiumFlags: readonly string[];
  /** Has the page that is looked at from now on, and where. */
  show(page: ShownPage): void;
  close(): Promise<void>;
}

/** A page, and whether its scripts may run. */
export interface ShownPage {
  readonly address: string;
  readonly html: string | Buffer;
  readonly hasScripts: boolean;
}

/** What is asked for and answered, over HTTP/1.1 and HTTP/2. */
interface Asked {
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}
interface Answer {
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const EMPTY_PAGE: Answer = { type: 'text/html', body: '<!doctype html><title>A frame</title>' };
/** What a page brings along beside images is empty here: it shows itself as it was saved. */
const EMPTY: Readonly<Record<string, string>> = { script: 'text/javascript', style: 'text/css', font: 'font/woff2' };

/** Serves http and https. */
export async function serveEveryHost(): Promise<EveryHost> {
  let page: ShownPage = { address: 'https://nowhere.example/', html: '', hasScripts: true };
  const answerIn = (scheme: string) => (asked: Asked, response: Response) => {
    const address = `${scheme}://${asked.headers.host ?? asked.headers[':authority']}${asked.url ?? '/'}`;
    const { type, body, headers } = answerTo(address, asked.headers, page);
    response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=600', ...headers });
    response.end(body);
  };
  const plain = createServer(answerIn('http'));
  const secure = createSecureServer({ ...(await someCertificate()), allowHTTP1: true }, answerIn('https'));
  const [http, https] = await Promise.all([portOf(plain), portOf(secure)]);
  const rules = `MAP *:80 127.0.0.1:${http}, MAP *:443 127.0.0.1:${https}, MAP * 127.0.0.1, EXCLUDE 127.0.0.1`;
  return {
    chromiumFlags: [`--host-resolver-rules=${rules}`, '--ignore-certificate-errors'],
    show(shown) {
      page = shown;
    },
    async close() {
      for (const server of [plain, secure]) server.close();
      plain.closeAllConnections();
    },
  };
}

/** What both kinds of server take. */
interface Response {
  writeHead(status: number, headers: Readonly<Record<string, string>>): unknown;
  end(body: string | Buffer): unknown;
}

/** What an address answers while a page is shown. Asked for as something else than an image, it is that, and empty. */
export function answerTo(address: string, headers: IncomingHttpHeaders, page: ShownPage): Answer {
  const wanted = wantedAs(address, headers);
  if (wanted === 'page') {
    if (nameOfAddress(address) !== nameOfAddress(page.address)) return EMPTY_PAGE;
    const policy = page.hasScripts ? undefined : { 'content-security-policy': "script-src 'none'" };
    return { type: 'text/html; charset=utf-8', body: page.html, ...(policy && { headers: policy }) };
  }
  const empty = EMPTY[wanted];
  if (empty !== undefined) return { type: empty, body: '' };
  // Some networks let every page read what they have, others none.
  const isOpen = new URL(address).host.length % 2 === 0;
  return {
    type: 'image/png',
    body: imageOfAddress(address),
    ...(isOpen && { headers: { 'access-control-allow-origin': '*' } }),
  };
}

/** By `Sec-Fetch-Dest`, which https alone has; else by what is accepted, and the name. */
function wantedAs(address: string, { accept = '', 'sec-fetch-dest': dest }: IncomingHttpHeaders): string {
  if (/^(document|iframe|frame)$/.test(String(dest)) || (!dest && /^text\/html/.test(accept))) return 'page';
  if (dest !== undefined && dest !== 'empty') return String(dest);
  const { pathname } = new URL(address);
  if (/\.m?js$/.test(pathname)) return 'script';
  if (/^text\/css/.test(accept) || pathname.endsWith('.css')) return 'style';
  return /\.(woff2?|ttf|otf)$/.test(pathname) ? 'font' : 'image';
}

/** A key and a certificate that nobody knows, as PEM: the browser takes any. */
async function someCertificate(): Promise<{ readonly key: string; readonly cert: string }> {
  const { key, certificate } = await makeTestSigner({ organisation: 'Every host' });
  const inner = Buffer.from(await crypto.subtle.exportKey('pkcs8', key)).toString('base64');
  return {
    key: `-----BEGIN PRIVATE KEY-----\n${inner}\n-----END PRIVATE KEY-----\n`,
    cert: certificate.toString('pem'),
  };
}

async function portOf(server: Pick<Server, 'listen' | 'address'> & NodeJS.EventEmitter): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}
