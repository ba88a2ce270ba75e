import { beforeAll, describe, expect, it } from 'vitest';
import { ERROR_CATALOGUE } from '../../../src/errors/error-catalogue.ts';
import type { ErrorCode, ErrorData } from '../../../src/errors/error-data.ts';
import { errorWords } from '../../../src/ui/shared/error-sentence.ts';
import { speakEnglish } from '../english.ts';

beforeAll(speakEnglish);

/** One of each, with its data; two where the sentence depends on it. The type makes a forgotten code an error. */
const EXAMPLES: { readonly [Code in ErrorCode]: readonly Extract<ErrorData, { code: Code }>[] } = {
  'not-signed-in': [{ code: 'not-signed-in' }],
  'sign-in-refused': [
    { code: 'sign-in-refused', method: 'api-key' },
    { code: 'sign-in-refused', method: 'oauth-client', detail: 'unknown client' },
    { code: 'sign-in-refused', method: 'oauth-certificate' },
  ],
  'standard-api-key': [{ code: 'standard-api-key' }],
  'not-permitted': [
    { code: 'not-permitted', method: 'oauth-client' },
    { code: 'not-permitted', method: 'oauth-certificate' },
  ],
  'not-enabled': [
    { code: 'not-enabled', permission: 'image_inference' },
    { code: 'not-enabled', permission: 'video_inference' },
  ],
  locked: [{ code: 'locked' }],
  'session-ended': [{ code: 'session-ended' }],
  'incomplete-policy': [{ code: 'incomplete-policy' }],
  'site-blocked': [{ code: 'site-blocked' }],
  'input-refused': [{ code: 'input-refused' }],
  'too-large': [
    { code: 'too-large', limitBytes: 1e8 },
    { code: 'too-large', limitBytes: 1e8, sizeBytes: 1.2e8 },
  ],
  'size-refused': [{ code: 'size-refused', sizeBytes: 3e6 }],
  'format-refused': [{ code: 'format-refused', format: 'image/webp' }],
  'rate-limited': [{ code: 'rate-limited', retryAt: 0 }],
  'service-failed': [
    { code: 'service-failed', status: 500 },
    { code: 'service-failed', status: 503, retryAt: 0 },
  ],
  offline: [{ code: 'offline' }],
  'service-unreachable': [{ code: 'service-unreachable' }],
  'service-timeout': [{ code: 'service-timeout', limitMs: 29_000 }],
  'service-redirected': [{ code: 'service-redirected' }],
  'unreadable-answer': [{ code: 'unreadable-answer' }],
  'not-bitmind': [{ code: 'not-bitmind' }],
  'clock-off': [
    { code: 'clock-off', minutes: 12 },
    { code: 'clock-off', minutes: -12 },
  ],
  'service-access-missing': [{ code: 'service-access-missing', origin: 'https://service.example' }],
  'service-access-refused': [{ code: 'service-access-refused', origin: 'https://service.example' }],
  'bad-service-address': [{ code: 'bad-service-address' }],
  'media-unreadable': [{ code: 'media-unreadable' }, { code: 'media-unreadable', status: 403 }],
  'not-a-picture': [{ code: 'not-a-picture' }, { code: 'not-a-picture', found: 'HTML' }],
  'needs-answer': [{ code: 'needs-answer' }],
  'page-closed': [{ code: 'page-closed' }],
  'not-a-video': [{ code: 'not-a-video' }],
  'video-format-unsupported': [{ code: 'video-format-unsupported', format: 'Ogg' }],
  'video-stream': [{ code: 'video-stream' }],
  'video-paused': [{ code: 'video-paused' }],
  'video-still': [
    { code: 'video-still', look: 'black' },
    { code: 'video-still', look: 'frozen' },
  ],
  'video-protected': [{ code: 'video-protected' }],
  large: [{ code: 'large', sizeBytes: 60_000_000 }],
  'blank-picture': [{ code: 'blank-picture' }],
  'other-picture': [{ code: 'other-picture' }],
  'damaged-picture': [{ code: 'damaged-picture' }],
  'format-unsupported': [
    { code: 'format-unsupported', format: 'HEIC' },
    { code: 'format-unsupported', format: 'TIFF' },
  ],
  'file-address': [{ code: 'file-address' }],
  'led-to-private': [{ code: 'led-to-private', host: '10.0.0.5' }],
  drawing: [{ code: 'drawing' }],
  'not-loaded': [{ code: 'not-loaded' }],
  'nothing-found': [{ code: 'nothing-found' }],
  'file-unusable': [
    { code: 'file-unusable', reason: 'not-a-picture' },
    { code: 'file-unusable', reason: 'not-a-picture', found: 'PDF' },
    { code: 'file-unusable', reason: 'damaged' },
    { code: 'file-unusable', reason: 'blank' },
  ],
  'file-forgotten': [{ code: 'file-forgotten' }],
  'media-gone': [{ code: 'media-gone' }],
  'frame-out-of-reach': [{ code: 'frame-out-of-reach' }],
  'tab-not-in-front': [{ code: 'tab-not-in-front' }],
  'capture-failed': [{ code: 'capture-failed' }],
  'capture-disabled': [{ code: 'capture-disabled' }],
  'page-gone': [{ code: 'page-gone' }],
  interrupted: [{ code: 'interrupted' }],
  'background-ended': [{ code: 'background-ended' }],
  'message-refused': [{ code: 'message-refused' }],
  unexpected: [{ code: 'unexpected' }],
};

describe('every error', () => {
  it.each(Object.values(EXAMPLES).flat())('$code has a whole sentence and says what to do', (error) => {
    const { sentence } = errorWords(error);
    expect(sentence).toMatch(/^[A-Z“].+[.]$/);
    expect(sentence).not.toContain('$');
    expect(sentence.length).toBeGreaterThan(30);
  });

  it('is in the catalogue', () => {
    expect(Object.keys(ERROR_CATALOGUE).sort()).toEqual(Object.keys(EXAMPLES).sort());
  });

  it('of a code from another version reads as a fault of this software', () => {
    const stored: ErrorData = JSON.parse('{"code":"from-the-future"}');
    expect(errorWords(stored).sentence).toBe(errorWords({ code: 'unexpected' }).sentence);
  });
});

describe('where no service answers as one', () => {
  it.each<ErrorCode>([
    'service-unreachable',
    'service-timeout',
    'service-redirected',
    'not-bitmind',
    'bad-service-address',
  ])('%s names the field to look at', (code) => {
    for (const error of EXAMPLES[code]) expect(errorWords(error).sentence).toContain('“Service address”');
  });
});
