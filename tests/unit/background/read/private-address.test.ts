import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrivateAddress, isPrivateHost } from '../../../../src/background/read/private-address.ts';

const is = (address: string) => isPrivateAddress(new URL(address));

describe('an address of this computer or a private network', () => {
  it.each([
    'file:///home/a/photo.jpg',
    'file://server/share/photo.jpg',
    'http://localhost/a.jpg',
    'http://LOCALHOST.:8080/a.jpg',
    'http://app.localhost/a.jpg',
    'http://nas/a.jpg',
    'http://nas.:5000/a.jpg',
    'http://printer.local/a.jpg',
    'http://printer.local./a.jpg',
    'https://build.internal/a.jpg',
    'https://wiki.intranet/a.jpg',
    'https://wiki.corp/a.jpg',
    'https://nas.home/a.jpg',
    'https://nas.home.arpa/a.jpg',
    'https://home.arpa/a.jpg',
    'https://router.lan/a.jpg',
    'https://a.b.private/a.jpg',
    'http://0.0.0.0/a.jpg',
    'http://10.0.0.0/a.jpg',
    'http://10.255.255.255/a.jpg',
    'http://100.64.0.0/a.jpg',
    'http://100.127.255.255/a.jpg',
    'http://127.0.0.1/a.jpg',
    'http://127.1/a.jpg',
    'http://2130706433/a.jpg',
    'http://0x7f.0.0.1/a.jpg',
    'http://0177.0.0.1/a.jpg',
    'http://１２７.0.0.1/a.jpg',
    'http://127.0.0.1./a.jpg',
    'http://169.254.169.254/latest',
    'http://172.16.0.0/a.jpg',
    'http://172.31.255.255/a.jpg',
    'http://192.168.0.1/a.jpg',
    'http://user@192.168.0.1:81/a.jpg',
    'http://public.example:x@ROUTER:8080/a.jpg',
    'http://0300.0250.1/a.jpg',
    'http://①⑨②.168.0.1/a.jpg',
    'http://127。0。0。1/a.jpg',
    'http://%31%32%37.0.0.1/a.jpg',
    'http://loc%61lhost/a.jpg',
    'http://lo\u00adcalhost/a.jpg',
    'http://localhost../a.jpg',
    'http://127.0.0.1../a.jpg',
    'http://localhost.localdomain/a.jpg',
    'http://ｎａｓ.ｌｏｃａｌ/a.jpg',
    'http://münchen/a.jpg',
    'http://[::]/a.jpg',
    'http://[::1]/a.jpg',
    'http://[::ffff:10.0.0.1]/a.jpg',
    'http://[::ffff:c0a8:1]/a.jpg',
    'http://[::127.0.0.1]/a.jpg',
    'http://[64:ff9b::10.0.0.1]/a.jpg',
    'http://[64:ff9b:1::10.0.0.1]/a.jpg',
    'http://[::ffff:0:10.0.0.1]/a.jpg',
    'http://198.18.0.1/a.jpg',
    'http://198.19.255.255/a.jpg',
    'http://[0:0:0:0:0:FFFF:169.254.169.254]:80/a.jpg',
    'http://192.0.0.0/a.jpg',
    'http://192.0.0.170/a.jpg',
    'http://192.0.2.1/a.jpg',
    'http://192.88.99.2/a.jpg',
    'http://198.51.100.7/a.jpg',
    'http://203.0.113.255/a.jpg',
    'http://224.0.0.1/a.jpg',
    'http://239.255.255.255/a.jpg',
    'http://240.0.0.0/a.jpg',
    'http://255.255.255.255/a.jpg',
    'http://0xf0000001/a.jpg',
    'http://[64:ff9b::192.0.0.8]/a.jpg',
    'http://[64:ff9b:1::8.8.8.8]/a.jpg',
    'http://[64:ff9b:1:a00:1::]/a.jpg',
    'http://[64:ff9b:1:ffff:ffff:ffff:ffff:ffff]/a.jpg',
    'http://[2002:a00:1::1]/a.jpg',
    'http://[2002:7f00:1::]/a.jpg',
    'http://[2002:c0a8:101:5:ffff:ffff:ffff:ffff]/a.jpg',
    'http://[2001::]/a.jpg',
    'http://[2001:0:5ef5:79fd:0:59d:f5ff:fffe]/a.jpg',
    'http://[2001:1ff:ffff::1]/a.jpg',
    'http://[2001:2::1]/a.jpg',
    'http://[2001:db8::10.0.0.1]/a.jpg',
    'http://[3fff:fff::1]/a.jpg',
    'http://[100::1]/a.jpg',
    'http://[5f00::1]/a.jpg',
    'http://[4000::1]/a.jpg',
    'http://[ff02::1]/a.jpg',
    'http://[fc00::1]/a.jpg',
    'http://[fdff:ffff::1]/a.jpg',
    'http://[fe80::1]/a.jpg',
    'http://[febf::1]/a.jpg',
    'http://[fec0::1]/a.jpg',
  ])('%s', (address) => {
    expect(is(address)).toBe(true);
  });
});

describe('an address of the public internet, or of none', () => {
  it.each([
    'https://news.example/a.jpg',
    'https://localhost.example/a.jpg',
    'https://notlocalhost.com/a.jpg',
    'https://mylocal.com/local',
    'https://internal.example/a.jpg',
    'https://lan.example.com/a.jpg',
    'https://evil.com/http://localhost/',
    'https://localhost@evil.com/',
    'https://10.0.0.1.example/a.jpg',
    'https://arpa.home.com/a.jpg',
    'http://9.255.255.255/a.jpg',
    'http://11.0.0.0/a.jpg',
    'http://1.0.0.0/a.jpg',
    'http://100.63.255.255/a.jpg',
    'http://100.128.0.0/a.jpg',
    'http://126.255.255.255/a.jpg',
    'http://128.0.0.0/a.jpg',
    'http://169.253.255.255/a.jpg',
    'http://169.255.0.0/a.jpg',
    'http://172.15.255.255/a.jpg',
    'http://172.32.0.0/a.jpg',
    'http://192.167.255.255/a.jpg',
    'http://192.169.0.0/a.jpg',
    'http://198.17.255.255/a.jpg',
    'http://198.20.0.0/a.jpg',
    'http://191.255.255.255/a.jpg',
    'http://192.0.1.0/a.jpg',
    'http://192.0.3.0/a.jpg',
    'http://192.88.98.255/a.jpg',
    'http://198.51.101.0/a.jpg',
    'http://203.0.112.255/a.jpg',
    'http://223.255.255.255/a.jpg',
    'http://pictures.test/a.jpg',
    'http://127.0.0.1.nip.io/a.jpg',
    'http://test.example/a.jpg',
    'http://[2606:4700::1111]/a.jpg',
    'http://[::ffff:8.8.8.8]/a.jpg',
    'http://[64:ff9b::8.8.8.8]/a.jpg',
    'http://[2000::1]/a.jpg',
    'http://[2001:200::10.0.0.1]/a.jpg',
    'http://[2001:db7::1]/a.jpg',
    'http://[2001:db9::1]/a.jpg',
    'http://[2002:808:808::1]/a.jpg',
    'http://[2002:808:808::192.168.0.1]/a.jpg',
    'http://[3ffe:ffff::1]/a.jpg',
    'http://[3fff:1000::1]/a.jpg',
    'data:image/png;base64,AA',
    'about:blank',
    'blob:https://news.example/1',
  ])('%s', (address) => {
    expect(is(address)).toBe(false);
  });

  it.each(['', ' ', 'a b', '[', '[::1', '1.2.3.256', 'a/b', 'xn--'])('a host that is none: %j', (host) => {
    expect([false, true]).toContain(isPrivateHost(host));
  });
});

describe('IPv4 in every notation that addresses have', () => {
  type Radix = 'decimal' | 'octal' | 'hexadecimal';
  const number = (value: number, radix: Radix) =>
    radix === 'decimal' ? `${value}` : radix === 'octal' ? `0${value.toString(8)}` : `0x${value.toString(16)}`;

  /** `1.2.3.4`, `1.2.772`, `1.131844` or `16909060`, each part in a radix of its own; or within IPv6. */
  function written(address: number, parts: number, radices: readonly Radix[], form: string): string {
    const bytes = [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256);
    const last = address % 256 ** (5 - parts);
    const text = [...bytes.slice(0, parts - 1), last].map((part, index) => number(part, radices[index] ?? 'decimal'));
    if (form === 'mapped') return `[::ffff:${bytes.join('.')}]`;
    if (form === '6to4') return `[2002:${(address >>> 16).toString(16)}:${(address & 0xffff).toString(16)}::1]`;
    return text.join('.') + (form === 'with a dot' ? '.' : '');
  }

  const notation = fc.record({
    parts: fc.integer({ min: 1, max: 4 }),
    radices: fc.array(fc.constantFrom<Radix>('decimal', 'octal', 'hexadecimal'), { minLength: 4, maxLength: 4 }),
    form: fc.constantFrom('plain', 'with a dot', 'mapped', '6to4'),
  });

  const NETWORKS = [
    ['0.0.0.0/8', 0x00_00_00_00, 0x00_ff_ff_ff],
    ['10.0.0.0/8', 0x0a_00_00_00, 0x0a_ff_ff_ff],
    ['100.64.0.0/10', 0x64_40_00_00, 0x64_7f_ff_ff],
    ['127.0.0.0/8', 0x7f_00_00_00, 0x7f_ff_ff_ff],
    ['169.254.0.0/16', 0xa9_fe_00_00, 0xa9_fe_ff_ff],
    ['172.16.0.0/12', 0xac_10_00_00, 0xac_1f_ff_ff],
    ['192.0.0.0/24', 0xc0_00_00_00, 0xc0_00_00_ff],
    ['192.0.2.0/24', 0xc0_00_02_00, 0xc0_00_02_ff],
    ['192.88.99.0/24', 0xc0_58_63_00, 0xc0_58_63_ff],
    ['192.168.0.0/16', 0xc0_a8_00_00, 0xc0_a8_ff_ff],
    ['198.18.0.0/15', 0xc6_12_00_00, 0xc6_13_ff_ff],
    ['198.51.100.0/24', 0xc6_33_64_00, 0xc6_33_64_ff],
    ['203.0.113.0/24', 0xcb_00_71_00, 0xcb_00_71_ff],
    ['224.0.0.0/3', 0xe0_00_00_00, 0xff_ff_ff_ff],
  ] as const;

  it.each(NETWORKS)('all of %s is private', (_name, min, max) => {
    fc.assert(
      fc.property(fc.integer({ min, max }), notation, (address, { parts, radices, form }) => {
        expect(is(`http://${written(address, parts, radices, form)}/`)).toBe(true);
      }),
    );
  });

  it('nothing else is', () => {
    const isOfNone = (address: number) => NETWORKS.every(([, min, max]) => address < min || address > max);
    const outside = fc.integer({ min: 0, max: 0xff_ff_ff_ff }).filter(isOfNone);
    fc.assert(
      fc.property(outside, notation, (address, { parts, radices, form }) => {
        expect(is(`http://${written(address, parts, radices, form)}/`)).toBe(false);
      }),
    );
  });
});

it('IPv6 of the internet is public but for what is set aside, and all other is private', () => {
  const group = fc.integer({ min: 0, max: 0xffff });
  const first = fc.oneof(group, fc.constantFrom(0x2000, 0x2001, 0x3ffe, 0x3fff, 0xfc00, 0xfe80, 0xff02));
  const second = fc.oneof(group, fc.constantFrom(0, 0x1ff, 0x200, 0xdb8));
  fc.assert(
    fc.property(first, second, fc.tuple(group, group, group, group, group, group), (one, two, rest) => {
      fc.pre(one > 0x64 && one !== 0x2002);
      const address = [one, two, ...rest].map((value) => value.toString(16)).join(':');
      const isSetAside = (one === 0x2001 && (two < 0x200 || two === 0xdb8)) || (one === 0x3fff && two < 0x1000);
      expect(is(`http://[${address}]/`)).toBe(one < 0x2000 || one > 0x3fff || isSetAside);
    }),
  );
});
