import type { Licence } from './licences.ts';

/** Crates with the same licence and the same authors. */
interface CrateRow {
  readonly licence: Extract<Licence, 'Apache-2.0' | 'BSD-3-Clause' | 'MIT' | 'Unicode-3.0'>;
  readonly crates: readonly string[];
  /** The copyright line of the crates' licence file; where that was not at hand, the authors their manifest names. */
  readonly credit?: string;
}

const words = (text: string) => text.trim().split(/\s+/);

/**
 * The licences of the Rust crates in the engine (c2pa.wasm). The package that brings it has a notice for itself alone, so this
 * list is kept by hand: the crates that the file itself names, and those that c2pa-rs needs on WebAssembly by the lock file of
 * github.com/contentauth/c2pa-js, for code that never fails leaves no name. Licences are from the crates' manifests. Where a crate
 * leaves the choice, Apache-2.0 is taken, which wants no copyright line. A crate with two licences to be kept stands twice.
 *
 * For a new version of the engine: the build names each crate that is missing here.
 */
export const ENGINE_CRATES: readonly CrateRow[] = [
  {
    licence: 'Apache-2.0',
    crates: words(`
      adler2 aes asn1-rs base16ct base64 base64ct bitflags block-buffer block-padding bs58 byteordered c2pa c2pa_cbor
      c2pa_raw_crypto cbc cfg-if chacha20 chrono ciborium ciborium-io ciborium-ll cipher console_error_panic_hook
      console_log const-hex const-oid coset cpubits cpufeatures crc32fast crossbeam-deque crossbeam-epoch crossbeam-utils
      crypto-bigint crypto-common der der-parser deranged digest dyn-clone ecb ecdsa ed25519 either elliptic-curve
      encoding_rs equivalent extfmt fastrand ff flate2 form_urlencoded futures-channel futures-core futures-task
      futures-util getrandom glob group half hashbrown hex hkdf hmac http hybrid-array idna idna_adapter img-parts
      indexmap inout iref iref-core itoa jfifdump js-sys lazy_static log md-5 minimal-lexical miniz_oxide
      non-empty-string num-bigint num-bigint-dig num-conv num-integer num-iter num-rational num-traits oid-registry
      once_cell p256 p384 p521 parsenic pct-str pem-rfc7468 percent-encoding pin-project-lite pix pkcs1 pkcs8 png_pong
      powerfmt ppv-lite86 primeorder rand rand_chacha rand_core range-set rangemap rasn rasn-cms rasn-ocsp rasn-pkix rayon
      rayon-core ref-cast regex regex-automata regex-syntax reqwest rfc6979 rsa rusticata-macros ryu sec1 serde
      serde-transcode serde_bytes serde_core serde_json serde_spanned serde_urlencoded serde_with sha1 sha2 signature
      smallvec snafu spki stable_deref_trait std stringprep sync_wrapper tempfile thiserror time time-core tinyvec
      tinyvec_macros toml toml_datetime toml_parser toml_writer ttf-parser typed-path typenum unicode-bidi
      unicode-normalization unicode-properties url utf8-decode utf8_iter uuid wasm-bindgen wasm-bindgen-futures web-sys
      web-time weezl x509-parser zerocopy zeroize`),
  },
  {
    licence: 'BSD-3-Clause',
    crates: words('alloc-no-stdlib alloc-stdlib brotli brotli-decompressor'),
    credit: 'Copyright (c) 2016 Dropbox, Inc. All rights reserved.',
  },
  { licence: 'BSD-3-Clause', crates: ['bcder'], credit: 'Copyright (c) 2018, NLnet Labs. All rights reserved.' },
  {
    licence: 'BSD-3-Clause',
    crates: words('curve25519-dalek ed25519-dalek subtle'),
    credit: 'Copyright (c) 2016-2021 isis agora lovecruft, Henry de Valence. All rights reserved.',
  },
  {
    licence: 'BSD-3-Clause',
    crates: ['encoding_rs'],
    credit: 'Copyright © WHATWG (Apple, Google, Mozilla, Microsoft).',
  },
  {
    licence: 'MIT',
    crates: words('aho-corasick byteorder jiff memchr'),
    credit: 'Copyright (c) 2015 Andrew Gallant',
  },
  { licence: 'MIT', crates: ['atree'], credit: 'Copyright (c) 2019-2026 Mac Lee' },
  { licence: 'MIT', crates: words('bitvec funty wyz'), credit: 'Written by myrrlyn (Alexander Payson)' },
  { licence: 'MIT', crates: ['bitvec-nom2'], credit: 'Written by Geoffroy Couprie' },
  { licence: 'MIT', crates: ['brotli'], credit: 'Written by the Brotli Authors' },
  { licence: 'MIT', crates: ['bytes'], credit: 'Copyright (c) 2018 Carl Lerche' },
  { licence: 'MIT', crates: ['data-encoding'], credit: 'Copyright (c) 2015-2020 Julien Cretin' },
  { licence: 'MIT', crates: ['generic-array'], credit: 'Copyright (c) 2015 Bartłomiej Kamiński' },
  { licence: 'MIT', crates: ['id3'], credit: 'Copyright (c) 2014-2017 James Hurst, 2017 polyfloyd' },
  { licence: 'MIT', crates: ['libm'], credit: 'Copyright © 2005-2020 Rich Felker, et al. (musl libc)' },
  { licence: 'MIT', crates: ['lopdf'], credit: 'Written by Junfeng Liu' },
  { licence: 'MIT', crates: ['mp4'], credit: 'Copyright (c) 2020 Alfred Gutierrez' },
  { licence: 'MIT', crates: ['nom'], credit: 'Copyright (c) 2014-2019 Geoffroy Couprie' },
  { licence: 'MIT', crates: ['nonempty-collections'], credit: 'Copyright (c) 2021 Colin Woodbury' },
  { licence: 'MIT', crates: ['pem'], credit: 'Copyright (c) 2016 Jonathan Creekmore' },
  { licence: 'MIT', crates: ['quick-xml'], credit: 'Copyright (c) 2016 Johann Tuffe' },
  { licence: 'MIT', crates: ['radium'], credit: 'Copyright (c) 2019 kneecaw (Nika Layzell)' },
  { licence: 'MIT', crates: ['riff'], credit: 'Copyright 2018 Francesco Bertolaccini' },
  { licence: 'MIT', crates: ['schemars'], credit: 'Written by Graham Esau' },
  { licence: 'MIT', crates: ['serde-wasm-bindgen'], credit: 'Written by Ingvar Stepanyan' },
  { licence: 'MIT', crates: ['simd-adler32'], credit: 'Written by Marvin Countryman' },
  { licence: 'MIT', crates: ['slab'], credit: 'Copyright (c) 2019 Carl Lerche' },
  { licence: 'MIT', crates: words('spin zip'), credit: 'Copyright (c) 2014 Mathijs van de Nes' },
  { licence: 'MIT', crates: ['tap'], credit: 'Copyright (c) 2017 Elliot Linder <darfink@gmail.com>' },
  { licence: 'MIT', crates: ['tower-service'], credit: 'Copyright (c) 2025 Tower Contributors' },
  { licence: 'MIT', crates: ['winnow'], credit: 'Written by its individual contributors' },
  { licence: 'MIT', crates: ['xml-no-std'], credit: 'Copyright (c) 2014 Vladimir Matveev' },
  { licence: 'MIT', crates: ['zmij'], credit: 'Written by David Tolnay' },
  {
    licence: 'Unicode-3.0',
    crates: words(`
      icu_collections icu_locale_core icu_normalizer icu_normalizer_data icu_properties icu_properties_data icu_provider
      litemap potential_utf tinystr writeable yoke zerofrom zerotrie zerovec`),
  },
];
