import { describe, expect, it } from 'vitest';
import { sourceFiles, sourceOf } from './source-files.ts';

/** Where messages and ports come in. Each proves who sent them before anything else: how is in the file. */
const LISTENERS = [
  ['src/background/answer/receive.ts', /answerTo\(all, message, proveSender\(sender\)\)/],
  ['src/background/answer/serve-feeds.ts', /proveSender\(port\.sender\);\s+if \(!sender\) return port\.disconnect\(\)/],
  ['src/core/protocol/receive-in-page.ts', /if \(sender\.id !== browser\.runtime\.id \|\| sender\.tab \|\|/],
  ['src/offscreen/serve-jobs.ts', /port\.sender\?\.id !== browser\.runtime\.id \|\| port\.sender\.tab\) return/],
] as const;

const having = (pattern: RegExp) => sourceFiles().filter((file) => pattern.test(sourceOf(file)));

describe('what others may send', () => {
  it('comes in at these places alone', () => {
    expect(having(/\bruntime\.(onMessage|onConnect)\.addListener/).sort()).toEqual(
      LISTENERS.map(([file]) => file).sort(),
    );
  });

  it.each(LISTENERS)('is heard in %s only after its sender was proved', (file, proof) => {
    expect(sourceOf(file)).toMatch(proof);
  });

  it('comes from no other extension and from no page', () => {
    expect(having(/onMessageExternal|onConnectExternal|onUserScript(Message|Connect)/)).toEqual([]);
    // Its own workers, the frame that draws and who made it, and a channel between documents of its own origin.
    const own = [
      'src/core/store/history-changes.ts',
      'src/offscreen/drawing/draw-elsewhere.ts',
      'src/offscreen/drawing/draw-image.ts',
      'src/offscreen/file-metadata/ask-metadata-worker.ts',
      'src/offscreen/file-metadata/metadata-worker.ts',
      'src/offscreen/mp4/convert-in-worker.ts',
      'src/offscreen/mp4/converter-worker.ts',
    ];
    expect(having(/addEventListener\(\s*'message|\bonmessage\b/).sort()).toEqual(own);
  });

  it('is checked for the right to a check or a page before it acts on one', () => {
    const handlers = [
      'answer/message-handlers',
      'answer/page-run-handlers',
      'answer/check-feeds',
      'answer/page-run-feeds',
    ];
    const unproved = handlers.filter((name) => !/speaksFor(Run)?\(/.test(sourceOf(`src/background/${name}.ts`)));
    expect(unproved).toEqual([]);
  });
});
