import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseByteRange } from '../../fixtures/byte-range.ts';
import { PHOTOGRAPHS } from '../../fixtures/photographs.ts';
import { buildSamplePage } from '../../fixtures/sample-page.ts';
import { createSamplePageRoutes, SAMPLE_PAGE_PATH } from '../../fixtures/sample-page-routes.ts';
import { createPageServer, type PageServer } from '../../fixtures/serve-pages.ts';

let server: PageServer;
beforeAll(async () => {
  server = await createPageServer({
    routes: {
      '/page': { body: '<p>hello' },
      '/bytes': { body: Buffer.from('0123456789') },
      '/typeless': { body: 'x', type: null },
      '/mislabelled': { body: Buffer.from('x'), type: 'image/png', cors: '*', headers: { 'X-Other': 'y' } },
      '/gone': { status: 410, body: 'gone' },
      '/moved': { redirectTo: '/page' },
      '/cookie': ({ headers }) => ({ body: headers.cookie ?? 'none', headers: { 'Set-Cookie': 'a=1' } }),
    },
  });
});
afterAll(() => server.close());

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.loopbackOrigin}${path}`, { redirect: 'manual', headers });
}

describe('the page server answers', () => {
  it.each([
    ['/page', 200, { 'content-type': 'text/html; charset=utf-8', 'access-control-allow-origin': null }],
    ['/bytes', 200, { 'content-type': 'application/octet-stream', 'content-length': '10' }],
    ['/typeless', 200, { 'content-type': null }],
    ['/mislabelled', 200, { 'content-type': 'image/png', 'access-control-allow-origin': '*', 'x-other': 'y' }],
    ['/gone', 410, {}],
    ['/moved', 302, { location: '/page', 'content-type': null }],
    ['/nowhere', 404, {}],
    ['/page?x=1', 200, {}],
    ['/cookie', 200, { 'set-cookie': 'a=1' }],
  ])('%s', async (path, status, headers) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    for (const [name, value] of Object.entries(headers)) {
      expect([name, response.headers.get(name)]).toEqual([name, value]);
    }
  });

  it('a part of a body, to players that seek', async () => {
    const response = await get('/bytes', { range: 'bytes=3-' });
    expect([response.status, response.headers.get('content-range'), await response.text()]).toEqual([
      206,
      'bytes 3-9/10',
      '3456789',
    ]);
  });

  it('when the test lets go', async () => {
    const gate = Promise.withResolvers<void>();
    server.setRoutes({ '/held': { body: 'x', hold: gate.promise } });
    const response = get('/held');
    gate.resolve();
    expect((await response).status).toBe(200);
  });
});

it('the page server remembers who asked', async () => {
  await get('/mislabelled?from=test', { cookie: 'a=1', referer: 'https://a.test/' });
  expect(server.requests('/mislabelled').at(-1)).toMatchObject({
    method: 'GET',
    search: '?from=test',
    headers: { cookie: 'a=1', referer: 'https://a.test/' },
  });
});

it.each([
  [undefined, undefined],
  ['bytes=0-', { first: 0, last: 9 }],
  ['bytes=2-3', { first: 2, last: 3 }],
  ['bytes=2-99', { first: 2, last: 9 }],
  ['bytes=10-', undefined],
  ['bytes=5-2', undefined],
  ['bytes=-3', undefined],
  ['bytes=0-1,3-4', undefined],
])('the range %s of ten bytes', (header, range) => {
  expect(parseByteRange(header, 10)).toEqual(range);
});

describe('the sample page', () => {
  it('has four pictures, each with a name, and every one of them is served', async () => {
    const routes = await createSamplePageRoutes();
    const sample = await createPageServer({ routes });
    const html = await (await fetch(`${sample.loopbackOrigin}${SAMPLE_PAGE_PATH}`)).text();
    const sources = [...html.matchAll(/<img src="([^"]+)" alt="[^"]+"/g)].map(([, source]) => source);
    expect(sources).toHaveLength(PHOTOGRAPHS.length + 1);
    for (const source of sources) {
      const response = await fetch(`${sample.loopbackOrigin}${source}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^image\//);
    }
    await sample.close();
  });

  it('says what to do, and has no script', () => {
    const html = buildSamplePage([]);
    expect(html).toContain('Try it: right-click an image, then “Check with BitMind”');
    expect(html).not.toContain('<script');
  });

  it('writes captions as text', () => {
    const html = buildSamplePage([{ src: '/a"b', alt: '<i>', caption: 'a & b', width: 1, height: 1 }]);
    expect(html).toContain('src="/a&quot;b" alt="&lt;i>"');
    expect(html).toContain('a &amp; b');
  });
});
