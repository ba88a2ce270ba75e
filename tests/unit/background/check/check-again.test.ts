import { beforeAll, describe, expect, it, vi } from 'vitest';
import { composeCheckRow } from '../../../../src/background/words/compose-check-row.ts';
import { composePanelView } from '../../../../src/background/words/compose-panel-view.ts';
import { AppError } from '../../../../src/core/errors/app-error.ts';
import type { ErrorData } from '../../../../src/core/errors/error-data.ts';
import { speakEnglish } from '../../english.ts';
import { tinyJpeg } from '../../tiny-images.ts';
import { RULES } from '../words/panel-bed.ts';
import { type Beyond, bed, desk, MEDIA, SHA256, SILENT, useCheckDesk } from './check-bed.ts';

useCheckDesk();
beforeAll(speakEnglish);

const OTHER_BYTES = new Blob([await tinyJpeg().bytes(), 'more'], { type: 'image/jpeg' });

/** A check that has its verdict, of which the second reading is `again`. */
async function judged({
  again,
  media = MEDIA,
  sender,
}: { again: Beyond['readMedia']; media?: typeof MEDIA } & Partial<Pick<Beyond, 'sender'>>) {
  let reads = 0;
  const made = desk({
    readMedia: (check, options) => {
      reads += 1;
      return reads > 1 ? again(check, options) : Promise.resolve({ prepared: { image: tinyJpeg() }, method: 'page' });
    },
    sender: (kind) => (reads > 0 && sender ? sender(kind) : Promise.resolve(made.sender)),
  });
  const { id } = made.open(media);
  if (await made.run(id)) await made.agreeToSend(id); // Of a private window.
  await vi.waitFor(() => expect(made.store.get(id)?.fileMetadata).toBeDefined());
  const now = () => made.store.get(id);
  return { ...made, id, now, before: now() };
}

const failing = (error: ErrorData) => () => Promise.reject(new AppError(error));
const reading: Beyond['readMedia'] = async () => ({ prepared: { image: OTHER_BYTES }, method: 'page' });
const JUDGED = { state: 'done', verdict: { isAi: true, likelihood: 0.9 }, read: { sha256: SHA256 } };

describe('a check that has a verdict, made again', () => {
  it.each<[string, Parameters<typeof judged>[0], ErrorData]>([
    ['its page has gone', { again: failing({ code: 'page-gone' }) }, { code: 'page-gone' }],
    [
      'the same in a private window',
      { again: failing({ code: 'page-gone' }), media: { ...MEDIA, isPrivate: true } },
      { code: 'page-gone' },
    ],
    [
      'the service gives no answer on its new bytes',
      { again: reading, sender: async () => SILENT },
      { code: 'interrupted' },
    ],
    [
      'nobody is signed in any more',
      { again: reading, sender: () => Promise.reject(new AppError({ code: 'not-signed-in' })) },
      { code: 'not-signed-in' },
    ],
  ])('keeps the verdict, and says why it is the earlier one: %s', async (_, how, reason) => {
    const { id, run, now, before, agreeToSend, kept } = await judged(how);
    await run(id, { isAfresh: true });
    if (now()?.question) await agreeToSend(id);
    expect(now()).toMatchObject({ ...JUDGED, notCheckedAgain: reason });
    expect(now()?.fileMetadata).toEqual(before?.fileMetadata);
    expect(now()).not.toHaveProperty('earlier');
    for (const one of await kept()) expect(one).toMatchObject(JUDGED);
    const check = now();
    if (!check) throw new Error('it has gone');
    const { headline, lines, buttons } = composePanelView(check, RULES);
    expect(headline?.words).toBe('Likely AI-generated');
    expect(lines[0]).toEqual({ words: 'Couldn’t be checked again. This is the earlier verdict.', tone: 'warning' });
    expect(lines).toHaveLength(2);
    expect(buttons[0]?.words).toBe(reason.code === 'not-signed-in' ? 'Sign in' : 'Check again');
    expect(composeCheckRow(check, RULES.band, true)).toMatchObject({ tone: 'likely-ai', note: lines[0]?.words });
  });

  it('is what it was where the user stops that, while it runs or asks', async () => {
    const hanging = await judged({ again: () => new Promise(() => undefined) });
    void hanging.run(hanging.id, { isAfresh: true });
    await vi.waitFor(() => expect(hanging.now()?.state).toBe('reading'));
    hanging.cancel(hanging.id);
    expect(hanging.now()).toMatchObject(JUDGED);
    const asking = await judged({ again: async () => ({ accessNeededFor: 'https://cdn.example' }) });
    expect(await asking.run(asking.id, { isAfresh: true })).toMatchObject({ kind: 'site-access' });
    const check = asking.now();
    const buttons = check ? composePanelView(check, RULES).buttons : [];
    expect(buttons.at(-1)).toEqual({ words: 'Cancel', action: 'cancel' });
    asking.cancel(asking.id);
    expect(asking.now()).toMatchObject(JUDGED);
    expect(asking.now()).not.toHaveProperty('notCheckedAgain');
  });

  it('has the new verdict where there is one, and says nothing of an earlier try', async () => {
    let again: Beyond['readMedia'] = failing({ code: 'page-gone' });
    const made = await judged({ again: (check, options) => again(check, options) });
    await made.run(made.id, { isAfresh: true });
    again = reading;
    await made.run(made.id, { isAfresh: true });
    expect(made.now()).toMatchObject({ state: 'done', verdict: { isAi: true } });
    expect(made.now()?.read?.sha256).not.toBe(SHA256);
    expect(made.now()).not.toHaveProperty('notCheckedAgain');
    expect(made.now()).not.toHaveProperty('earlier');
  });

  it('has its verdict where the background ends meanwhile, and nothing is there any more', async () => {
    const { id, run, now, store } = await judged({ again: () => new Promise(() => undefined) });
    void run(id, { isAfresh: true });
    await vi.waitFor(() => expect(now()?.state).toBe('reading'));
    await store.stored();
    expect(bed.disk.find((one) => one.id === id)).toMatchObject({ state: 'reading', earlier: JUDGED });
    const next = desk({ readMedia: failing({ code: 'page-gone' }) });
    await next.recover();
    expect(next.store.get(id)).toMatchObject({ ...JUDGED, notCheckedAgain: { code: 'page-gone' } });
    const [kept] = await next.kept();
    expect(kept).toMatchObject({ ...JUDGED, fileMetadata: expect.anything() });
  });
});
