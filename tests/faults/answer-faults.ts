import type { FaultCase, FaultEnd, FaultKind } from './fault-case.ts';
import { errorAfter, MEDIA_PATHS } from './fault-ends.ts';

const SINGLE: readonly FaultKind[] = ['image', 'video'];
const EACH: readonly FaultKind[] = ['image', 'video', 'page', 'videos'];

const UNREADABLE = {
  error: 'unreadable-answer',
  line: /^The answer doesn’t look like one from BitMind, so there’s no verdict\. Try again/,
} as const;

const HTML = '<!doctype html><html><title>Sign in</title><form>password</form></html>';

/** 100 MB of JSON, but for its end: only its first part is ever taken. */
const HUGE_JSON = Buffer.concat([
  Buffer.from('{"isAI": true, "confidence": 0.9, "more": "'),
  Buffer.alloc(100_000_000, 'x'),
]);

/** No more than the answer's limit, and deeper than any parser's stack should care about. */
const DEEP_JSON = `{"isAI": true, "more": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;

/** A 200 in which there is no verdict, whatever else is. */
function unreadable(name: string, body: unknown, kinds = SINGLE, headers?: Record<string, string>): FaultCase {
  return {
    name: `200 with ${name}`,
    script: ({ sandbox, path }) => sandbox.always(path, { body, ...(headers && { headers }) }),
    ends: errorAfter(1, kinds, UNREADABLE),
  };
}

/** A 200 with a verdict: what else is in it is shown where it can be believed, and left out where not. */
function verdict(name: string, body: unknown, line: RegExp, unseen?: RegExp): FaultCase {
  const end = (kind: 'image' | 'video'): FaultEnd => ({
    line,
    requests: { [MEDIA_PATHS[kind]]: 1 },
    ...(unseen && { unseen }),
  });
  return {
    name: `200 with ${name}`,
    script: ({ sandbox, path }) => sandbox.next(path, { body }),
    ends: { image: end('image'), video: end('video') },
  };
}

const AI = /^Likely AI-generated$/;
const PERCENT = /%/;

/** Everything a 200 can hold that it should not. */
export const ANSWER_FAULTS: readonly FaultCase[] = [
  unreadable('an empty body', '', EACH),
  unreadable('HTML', HTML, EACH, { 'content-type': 'text/html' }),
  unreadable('truncated JSON', '{"isAI": true, "confid', EACH),
  unreadable('100 MB of JSON', HUGE_JSON, EACH),
  unreadable('a list', [true, 0.9]),
  unreadable('a text', '"isAI"'),
  unreadable('null', 'null'),
  unreadable('a number', '7'),
  unreadable('another object', { status: 'ok' }),
  unreadable('bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x9f, 0x92, 0x96])),
  unreadable('no isAI', { confidence: 0.9 }),
  unreadable('isAI null', { isAI: null, confidence: 0.9 }),
  unreadable('isAI as text', { isAI: 'true', confidence: 0.9 }),
  unreadable('isAI as number', { isAI: 1, confidence: 0.9 }),
  unreadable('isAI in another case', { isai: true, confidence: 0.9 }),
  unreadable('the verdict in a list', [{ isAI: true, confidence: 0.9 }]),
  unreadable('confidence NaN, which is no JSON', '{"isAI": true, "confidence": NaN}'),
  verdict('no confidence', { isAI: true }, AI, PERCENT),
  verdict('confidence null', { isAI: true, confidence: null }, AI, PERCENT),
  verdict('confidence "0.9"', { isAI: true, confidence: '0.9' }, AI, PERCENT),
  verdict('confidence 7', { isAI: true, confidence: 7 }, AI, PERCENT),
  verdict('confidence below 0', { isAI: true, confidence: -0.1 }, AI, PERCENT),
  verdict('confidence beyond all numbers', '{"isAI": true, "confidence": 1e999}', AI, PERCENT),
  verdict('isAI against its confidence', { isAI: true, confidence: 0.2 }, AI, PERCENT),
  verdict('processingTime of other types', { isAI: true, confidence: 0.9, processingTime: 'x' }, /^AI likelihood 90%$/),
  verdict('a verdict in deep JSON', DEEP_JSON, AI),
  verdict('an object as a prototype', '{"isAI": true, "__proto__": {"confidence": 0.9}}', AI, PERCENT),
];
