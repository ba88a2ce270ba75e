import { expect, it } from 'vitest';
import { parseServiceAddress } from '../../../../src/core/service/service-address.ts';

it.each([
  ['https://enterprise.bitmind.ai', 'https://enterprise.bitmind.ai'],
  ['  https://enterprise.bitmind.ai/  ', 'https://enterprise.bitmind.ai'],
  ['https://proxy.example:8443/bitmind/', 'https://proxy.example:8443/bitmind'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://localhost:1', 'http://localhost:1'],
  ['http://[::1]:9', 'http://[::1]:9'],
  ['http://enterprise.bitmind.ai', undefined],
  ['http://127.0.0.1.example', undefined],
  ['ftp://enterprise.bitmind.ai', undefined],
  ['https://user:secret@enterprise.bitmind.ai', undefined],
  ['https://enterprise.bitmind.ai?key=1', undefined],
  ['enterprise.bitmind.ai', undefined],
  ['', undefined],
])('the address %j is used as %s', (typed, address) => {
  expect(parseServiceAddress(typed)).toBe(address);
});
