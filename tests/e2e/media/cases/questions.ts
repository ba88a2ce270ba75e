import type { Page } from '../../../fixtures/serve-pages.ts';
import { type Hosts, type MediaCase, mediaLine, pageOf } from '../media-case.ts';
import { ALPS, alps, shownThen } from '../pictures.ts';

const IMAGE = { selector: '#it' };

/** One byte more than the service takes. */
const TOO_MANY_BYTES = 100_000_001;

function image(address: string): Page {
  return pageOf(`<img id="it" src="${address}" width="400" height="189" alt="">`);
}

export function tooLarge(): MediaCase[] {
  const one = mediaLine('What is served', 'over 100 MB');
  const served = (name: string, large: () => Page): MediaCase =>
    one(name, {
      routes: ({ otherOrigin }) => ({ '/': image(`${otherOrigin}/a.jpg`), '/a.jpg': shownThen(ALPS, large) }),
      pointed: IMAGE,
      outcome: { kind: 'sentence', says: /100 MB/, reason: 'too large' },
    });
  return [
    served('known from the header', () => ({ ...ALPS, headers: { 'content-length': String(TOO_MANY_BYTES) } })),
    served('known only while reading', () => ({
      body: Buffer.alloc(TOO_MANY_BYTES, alps() as Buffer),
      isStreamed: true,
    })),
  ];
}

export function privateAddresses(): MediaCase[] {
  const one = mediaLine('What is served', 'private network');
  const asked = (name: string, pageAt: (hosts: Hosts) => string, address: (hosts: Hosts) => string): MediaCase =>
    one(name, {
      routes: (hosts) => ({ '/': image(address(hosts)), '/a.jpg': ALPS }),
      open: pageAt,
      pointed: IMAGE,
      press: ['Check anyway'],
      outcome: { kind: 'original', bytes: alps },
    });
  const localhost = ({ loopbackOrigin }: Hosts) => loopbackOrigin.replace('127.0.0.1', 'localhost');
  return [
    asked(
      'page and picture at 127.0.0.1',
      ({ loopbackOrigin }) => loopbackOrigin,
      () => '/a.jpg',
    ),
    asked('page and picture at `localhost`', localhost, () => '/a.jpg'),
    asked(
      'picture at 127.0.0.1 in a public page',
      ({ origin }) => origin,
      ({ loopbackOrigin }) => `${loopbackOrigin}/a.jpg`,
    ),
  ];
}
