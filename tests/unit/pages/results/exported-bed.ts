import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import type { CheckRecord } from '../../../../src/core/check/check-record.ts';
import { type ExportFormat, type ExportOrder, exportResults } from '../../../../src/pages/results/export-results.ts';
import { aCheck } from '../../../a-check.ts';
import { SOME_FILE_METADATA } from '../../../some-file-metadata.ts';

const RULES = {
  band: { low: 0.4, high: 0.6 },
  isWhole: false,
  sentenceOf: () => 'The picture has gone.',
  exportedAt: Date.UTC(2026, 10, 25),
  extensionVersion: '1.2.3',
  filter: { text: ' cat ', outcome: 'likely-ai' },
} as const;

/** The text of a file of these checks. */
export async function file(format: ExportFormat, checks: readonly CheckRecord[], told: Partial<ExportOrder> = {}) {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const read = async (ids: readonly string[]) => ids.map((id) => byId.get(id));
  let text = '';
  for await (const piece of exportResults({ ...RULES, format, ids: [...byId.keys()], read, ...told }))
    text += piece.text;
  return text;
}

/** As a program reads it that was not written here. */
export function csvRows(text: string): Record<string, string>[] {
  return parse(text, { columns: true, bom: true, record_delimiter: '\r\n' });
}

export async function cells(check: CheckRecord, told: Partial<ExportOrder> = {}): Promise<Record<string, string>> {
  const [row] = csvRows(await file('csv', [check], told));
  return row ?? {};
}

const validate = addFormats
  .default(new Ajv2020({ strict: true, allowUnionTypes: true }))
  .compile(JSON.parse(readFileSync(join(import.meta.dirname, '../../../../docs/export-schema.json'), 'utf8')));

/** Throws unless it is as docs/export-schema.json says. */
export function valid(text: string): { results: Record<string, unknown>[]; [name: string]: unknown } {
  const document = JSON.parse(text);
  validate(document);
  expect(validate.errors).toBeNull();
  return document;
}

export const JUDGED = aCheck('judged', Date.UTC(2026, 0, 2), {
  verdict: { isAi: true, likelihood: 0.9, confidence: 0.9, serviceSeconds: 0.42 },
  read: { sha256: 'ab'.repeat(32), sizeBytes: 1_234 },
});
const CLIP = aCheck('clip', Date.UTC(2026, 0, 1), {
  media: { kind: 'video', frameUrl: 'https://player.example/v' },
  verdict: { isAi: false, likelihood: 0.5 },
  answeredAt: Date.UTC(2025, 11, 31),
  read: { method: 'clip', range: { fromSeconds: 1, toSeconds: 7 }, convertedFrom: 'WebM' },
});
export const FAILED = aCheck('failed', 0);
export const OF_A_FILE: CheckRecord = {
  ...aCheck('file', 5),
  media: { kind: 'image', fileName: 'Zürich "1", neu\r\n.png', isPrivate: false },
};
export const ALL = [JUDGED, CLIP, FAILED, OF_A_FILE];
export const WITH_METADATA = aCheck('withMetadata', 4, { verdict: { isAi: true }, fileMetadata: SOME_FILE_METADATA });
const UNJUDGED = aCheck('unjudged', 3, {
  unjudged: { code: 'not-signed-in' },
  read: {},
  fileMetadata: { credentials: { state: 'remote', host: 'credentials.example' }, notes: [], facts: {} },
});
const UNREAD = aCheck('unread', 2, { verdict: { isAi: true }, fileMetadata: { unread: 'not-original' } });
const FRAMES = aCheck('frames', 1, {
  media: { kind: 'video' },
  read: { method: 'frames', type: 'video/mp4', frameSeconds: [0.5, 2] },
  frames: [
    { isAi: true, likelihood: 0.9, atSeconds: 0.5 },
    { isAi: true, atSeconds: 2 },
  ],
});
export const PART = aCheck('part', 7, {
  verdict: { isAi: true },
  part: { parentId: 'whole', sha256: 'ab', share: { left: 0.1, top: 0.1, width: 0.5, height: 0.5 } },
  read: { part: { x: 40, y: 16, width: 320, height: 200 } },
});
export const MORE = [WITH_METADATA, UNJUDGED, UNREAD, FRAMES];
export const FIRM = aCheck('firm', 6, {
  verdict: { isAi: true, likelihood: 0.9 },
  judgement: 'disagree',
  firmness: [
    { version: 'original', isAi: true, likelihood: 0.9 },
    { version: 'left-third', isAi: false },
  ],
});
export const IN_PARTS = aCheck('in-parts', 7, {
  media: { kind: 'video' },
  verdict: { isAi: true, likelihood: 0.9 },
  timeline: {
    sentCount: 3,
    parts: [
      { fromSeconds: 0, toSeconds: 4, isAi: true, likelihood: 0.9 },
      { fromSeconds: 12.5, toSeconds: 16.5, isAi: false },
    ],
  },
});
