import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isUnchanged } from '../../../../src/background/results/is-unchanged.ts';
import { validatorsOf } from '../../../../src/core/media/answered-part.ts';
import { createPageServer, type PageRequest, type PageServer } from '../../../fixtures/serve-pages.ts';

const MONDAY = 'Mon, 02 Nov 2026 10:00:00 GMT';

let server: PageServer;

beforeEach(async () => {
  server = await createPageServer({ routes: {} });
});
afterEach(() => server.close());

/** A server that goes by both validators, as RFC 9110 says: the entity tag first. */
function answer({ headers }: PageRequest) {
  const tag = headers['if-none-match'];
  const isSame = tag === undefined ? headers['if-modified-since'] === MONDAY : tag === '"a"';
  return { status: isSame ? 304 : 200, body: isSame ? '' : 'another file', headers: { etag: '"a"' } };
}

function ask(path: string, validators: Parameters<typeof isUnchanged>[1], signal = new AbortController().signal) {
  return isUnchanged(`${server.loopbackOrigin}${path}`, validators, fetch, signal);
}

describe('a file at an address is unchanged', () => {
  beforeEach(() => server.setRoutes({ '/a.jpg': answer }));

  it.each([
    ['the same entity tag', { etag: '"a"' }, true],
    ['another entity tag', { etag: '"b"' }, false],
    ['the same date', { lastModified: MONDAY }, true],
    ['another date', { lastModified: 'Tue, 03 Nov 2026 10:00:00 GMT' }, false],
    ['the date of another entity tag', { etag: '"b"', lastModified: MONDAY }, false],
  ])('by %s: %j → %s', async (_, validators, expected) => {
    expect(await ask('/a.jpg', validators)).toBe(expected);
  });

  it('is not asked about without anything to ask by', async () => {
    expect(await ask('/a.jpg', {})).toBe(false);
    expect(server.requests()).toHaveLength(0);
  });

  it('is asked with one validator, and without the part of the address that is never sent', async () => {
    await ask('/a.jpg#part', { etag: '"a"', lastModified: MONDAY });
    const [{ headers, path } = { headers: {}, path: '' }] = server.requests();
    expect(path).toBe('/a.jpg');
    expect(headers['if-none-match']).toBe('"a"');
    expect(headers['if-modified-since']).toBeUndefined();
    expect(headers.cookie).toBeUndefined();
  });
});

describe('a file at an address is not known to be unchanged', () => {
  it('where another address answers', async () => {
    server.setRoutes({ '/a.jpg': { redirectTo: '/b.jpg' }, '/b.jpg': { status: 304 } });
    expect(await ask('/a.jpg', { etag: '"a"' })).toBe(false);
    expect(server.requests('/b.jpg')).toHaveLength(0);
  });

  it('where nothing answers', async () => {
    await server.close();
    expect(await ask('/a.jpg', { etag: '"a"' })).toBe(false);
    server = await createPageServer({ routes: {} });
  });

  it('where the check was cancelled', async () => {
    server.setRoutes({ '/a.jpg': { hold: new Promise(() => undefined) } });
    const cancelling = new AbortController();
    const answered = ask('/a.jpg', { etag: '"a"' }, cancelling.signal);
    cancelling.abort();
    expect(await answered).toBe(false);
  });
});

it('takes from an answer what the file can be recognised by', () => {
  expect(validatorsOf(new Headers({ etag: 'W/"a"', 'last-modified': MONDAY }))).toEqual({
    etag: 'W/"a"',
    lastModified: MONDAY,
  });
  expect(validatorsOf(new Headers({ date: MONDAY }))).toBeUndefined();
});
