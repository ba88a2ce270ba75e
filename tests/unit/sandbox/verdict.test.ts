import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodePng, type PngTextEntry } from '../../fixtures/encode-png.ts';
import {
  makeDeclaredJpeg,
  makeDeclaredPng,
  makePlainPng,
  makeStableDiffusionPng,
} from '../../fixtures/make-fixtures.ts';
import { PHOTOGRAPHS } from '../../fixtures/photographs.ts';
import { paintPicture } from '../../fixtures/picture.ts';
import { xmpPacket } from '../../fixtures/xmp-packet.ts';
import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox.ts';
import { readDeclaredOrigin } from '../../sandbox/declared-origin.ts';
import { judgeOrigin } from '../../sandbox/judge-origin.ts';
import { readDigitalSourceType } from '../../sandbox/xmp-digital-source-type.ts';
import { call, fileForm, WITH_API_KEY } from './sandbox-client.ts';
import { TINY_MEDIA } from './tiny-media.ts';

const XMP = xmpPacket('trainedAlgorithmicMedia');
const TERM = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
const EXT = 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/';
const DECLARED_JPEG = await makeDeclaredJpeg('trainedAlgorithmicMedia');
const CAMERA_JPEG = await makeDeclaredJpeg('digitalCapture');
/** The declared JPEG's XMP as its own segment, and the starts of JPEGs in which it comes too late to count. */
const XMP_SEGMENT = DECLARED_JPEG.subarray(
  DECLARED_JPEG.indexOf('http://ns.adobe.com/xap/1.0/') - 4,
  DECLARED_JPEG.indexOf('<?xpacket end="r"?>') + '<?xpacket end="r"?>'.length,
);
const JPEG_SCAN = Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2]);
const JPEG_BROKEN = Buffer.from([0xff, 0xd8, 0x00, 0xe0, 0, 2]);

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox();
});
afterAll(() => sandbox.close());

describe('the verdict comes from what the file declares', () => {
  it.each([
    ['a PNG that says AI made it', 'image/png', makeDeclaredPng('trainedAlgorithmicMedia'), true, 0.97],
    ['a PNG composed with AI', 'image/png', makeDeclaredPng('compositeWithTrainedAlgorithmicMedia'), true, 0.74],
    ['a PNG from an algorithm', 'image/png', makeDeclaredPng('algorithmicMedia'), true, 0.88],
    ['a PNG from a camera', 'image/png', makeDeclaredPng('digitalCapture'), false, 0.04],
    ['a PNG from Stable Diffusion', 'image/png', makeStableDiffusionPng(), true, 0.97],
    ['a PNG that says nothing', 'image/png', makePlainPng(), false, 0.04],
    ['a JPEG that says AI made it', 'image/jpeg', DECLARED_JPEG, true, 0.97],
    ['a JPEG from a camera', 'image/jpeg', CAMERA_JPEG, false, 0.04],
    ['a WebP that says AI made it', 'image/webp', webp(chunk('VP8X', 'odd'), chunk('XMP ', XMP)), true, 0.97],
    ['a WebP that says nothing', 'image/webp', webp(chunk('VP8X', 'odd')), false, 0.04],
  ])('%s', async (_name, type, body, isAI, confidence) => {
    const headers = { ...WITH_API_KEY, 'content-type': type };
    expect(await call(sandbox.origin, '/image', { method: 'POST', headers, body })).toMatchObject({
      status: 200,
      body: { isAI, confidence },
    });
  });

  it.each(PHOTOGRAPHS)('the photograph "$name" says nothing about AI', async ({ path }) => {
    expect(readDeclaredOrigin(await readFile(path), 'image/jpeg')).toEqual({ kind: 'none' });
  });

  it('each file of a batch has its own, at its own place', async () => {
    const body = fileForm(
      ['images', 'image/png', TINY_MEDIA.png],
      ['images', 'image/png', makeDeclaredPng('trainedAlgorithmicMedia')],
      ['images', 'image/jpeg', TINY_MEDIA.jpeg],
    );
    expect(await call(sandbox.origin, '/batch_image', { method: 'POST', headers: WITH_API_KEY, body })).toMatchObject({
      body: {
        batch_count: 3,
        batch_results: [
          { batch_position: 0, isAI: false, confidence: 0.04 },
          { batch_position: 1, isAI: true, confidence: 0.97 },
          { batch_position: 2, isAI: false, confidence: 0.04 },
        ],
      },
    });
  });
});

describe('a generator is known by its PNG text', () => {
  it.each<[string, PngTextEntry, string | undefined]>([
    ['Stable Diffusion web UI', text('parameters', 'a cat\nSteps: 20, Sampler: Euler a'), 'Stable Diffusion web UI'],
    ['the same in UTF-8', { ...text('parameters', 'кот\nSteps: 20'), chunk: 'iTXt' }, 'Stable Diffusion web UI'],
    ['ComfyUI, prompt', text('prompt', '{"3": {"class_type": "KSampler"}}'), 'ComfyUI'],
    ['ComfyUI, workflow', text('workflow', '{"nodes": []}'), 'ComfyUI'],
    ['InvokeAI, old', text('Dream', '"a cat" -s 20'), 'InvokeAI'],
    ['InvokeAI, new', text('invokeai_metadata', '{}'), 'InvokeAI'],
    ['NovelAI', text('Software', 'NovelAI'), 'NovelAI'],
    ['nothing: another program', text('Software', 'GIMP 3.0'), undefined],
    ['nothing: parameters of something else', text('parameters', 'gain=3'), undefined],
    ['nothing: a prompt that is prose', text('prompt', 'Describe this picture'), undefined],
    ['nothing: a prompt that is JSON, but no object', text('prompt', '3'), undefined],
    ['nothing: a prompt that is a list', text('prompt', '[1]'), undefined],
    ['nothing: a prompt that is null', text('prompt', 'null'), undefined],
    ['nothing: a comment that mentions one', text('Comment', 'parameters Steps: 20, NovelAI'), undefined],
  ])('%s', (_name, entry, generator) => {
    expect(readDeclaredOrigin(png(entry), 'image/png')).toEqual(
      generator === undefined ? { kind: 'none' } : { kind: 'generator', generator },
    );
  });

  it('packed texts are read too', () => {
    const parameters = Buffer.concat([Buffer.from('parameters\0\0'), deflateSync(Buffer.from('x\nSteps: 20'))]);
    const packedXmp = Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\x01\0\0\0'), deflateSync(Buffer.from(XMP))]);
    expect(readDeclaredOrigin(rawPng('zTXt', parameters), 'image/png')).toMatchObject({ kind: 'generator' });
    expect(readDeclaredOrigin(rawPng('iTXt', packedXmp), 'image/png')).toMatchObject({ kind: 'digital-source-type' });
  });

  it('a file that says it comes from a camera is believed over a generator', () => {
    const bytes = png(
      { chunk: 'iTXt', keyword: 'XML:com.adobe.xmp', text: xmpPacket('digitalCapture') },
      text('Software', 'NovelAI'),
    );
    expect(judgeOrigin(readDeclaredOrigin(bytes, 'image/png')).isAI).toBe(false);
  });
});

it('the XMP segment used below counts where it belongs', () => {
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8]), XMP_SEGMENT]);
  expect(readDeclaredOrigin(jpeg, 'image/jpeg')).toMatchObject({ kind: 'digital-source-type' });
});

describe('text that is not where a declaration belongs declares nothing', () => {
  it.each<[string, string, Buffer]>([
    ['XMP after the end of a JPEG', 'image/jpeg', Buffer.concat([TINY_MEDIA.jpeg, Buffer.from(XMP)])],
    ['XMP after the end of a JPEG, as a segment', 'image/jpeg', Buffer.concat([TINY_MEDIA.jpeg, XMP_SEGMENT])],
    ['XMP among the pixels of a JPEG', 'image/jpeg', Buffer.concat([JPEG_SCAN, XMP_SEGMENT])],
    ['XMP in a JPEG after something that is no segment', 'image/jpeg', Buffer.concat([JPEG_BROKEN, XMP_SEGMENT])],
    ['XMP in a JPEG comment', 'image/jpeg', jpegWith(0xfe, XMP)],
    ['XMP without its name in a JPEG', 'image/jpeg', jpegWith(0xe1, XMP)],
    ['XMP in a PNG under another name', 'image/png', png({ chunk: 'iTXt', keyword: 'Comment', text: XMP })],
    ['XMP in the pixels of a PNG', 'image/png', rawPng('IDAT', Buffer.from(XMP))],
    ['XMP in another WebP chunk', 'image/webp', webp(chunk('EXIF', XMP))],
    ['a PNG cut inside its text', 'image/png', makeDeclaredPng('trainedAlgorithmicMedia').subarray(0, 90)],
    ['a JPEG cut inside its XMP', 'image/jpeg', DECLARED_JPEG.subarray(0, 60)],
    ['a JPEG whose segment has no length', 'image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0x00, 0x00])],
    ['a WebP whose chunk is longer than the file', 'image/webp', webp(chunk('VP8X', 'x')).subarray(0, 21)],
  ])('%s', (_name, type, bytes) => {
    expect(readDeclaredOrigin(bytes, type)).toEqual({ kind: 'none' });
  });
});

describe('DigitalSourceType is found in XMP', () => {
  const wrap = (attributes: string, content = ''): string =>
    `<x:xmpmeta><rdf:Description xmlns:i="${EXT}" ${attributes}>${content}</rdf:Description></x:xmpmeta>`;
  it.each([
    ['as an attribute', wrap(`i:DigitalSourceType="${TERM}"`), 'trainedAlgorithmicMedia'],
    ['in single quotes', wrap(`i:DigitalSourceType='${TERM}'`), 'trainedAlgorithmicMedia'],
    ['as an element', wrap('', `<i:DigitalSourceType> ${TERM}\n</i:DigitalSourceType>`), 'trainedAlgorithmicMedia'],
    ['as a resource', wrap('', `<i:DigitalSourceType rdf:resource="${TERM}"/>`), 'trainedAlgorithmicMedia'],
    ['over https', wrap(`i:DigitalSourceType="${TERM.replace('http', 'https')}"`), 'trainedAlgorithmicMedia'],
    ['not in a comment', wrap('', `<!-- <i:DigitalSourceType>${TERM}</i:DigitalSourceType> -->`), undefined],
    ['not in prose', wrap('', `<dc:title>i:DigitalSourceType="${TERM}"</dc:title>`), undefined],
    ['not in another attribute', wrap(`dc:title=' i:DigitalSourceType="${TERM}"'`), undefined],
    ['not under another schema', wrap(`j:DigitalSourceType="${TERM}" xmlns:j="http://example.org/"`), undefined],
    ['not under no schema', `<a DigitalSourceType="${TERM}"/>`, undefined],
    ['not from another vocabulary', wrap('i:DigitalSourceType="http://example.org/ai"'), undefined],
    ['not as a name that only begins so', wrap(`i:DigitalSourceTypeX="${TERM}"`), undefined],
  ])('%s', (_name, xmp, term) => {
    expect(readDigitalSourceType(xmp)).toBe(term);
  });

  it('a term with the name of an object member is no verdict', () => {
    expect(judgeOrigin({ kind: 'digital-source-type', term: 'constructor' })).toEqual({
      isAI: false,
      confidence: 0.04,
    });
  });
});

function text(keyword: string, value: string): PngTextEntry {
  return { chunk: 'tEXt', keyword, text: value };
}

function png(...entries: PngTextEntry[]): Buffer {
  return encodePng(
    paintPicture(1, 1, () => [0, 0, 0]),
    entries,
  );
}

/** A PNG that is one chunk, with no care for its checksum. */
function rawPng(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8, type.padStart(8));
  head.writeUInt32BE(data.length);
  return Buffer.concat([TINY_MEDIA.png, head, data, Buffer.alloc(4)]);
}

function jpegWith(marker: number, content: string): Buffer {
  const head = Buffer.from([0xff, 0xd8, 0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 4);
  return Buffer.concat([head, Buffer.from(content, 'latin1'), Buffer.from([0xff, 0xda, 0, 2])]);
}

function chunk(name: string, content: string): Buffer {
  const data = Buffer.from(content);
  const head = Buffer.alloc(8, name, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

function webp(...chunks: Buffer[]): Buffer<ArrayBuffer> {
  return Buffer.concat([TINY_MEDIA.webp, ...chunks]);
}
