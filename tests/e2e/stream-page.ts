import { makeVideo } from '../fixtures/make-video.ts';
import type { PageRoutes } from '../fixtures/serve-pages.ts';

/** A page whose script feeds a video in pieces; its title becomes "ready" when there is a picture. */
export async function streamPage(): Promise<PageRoutes> {
  return {
    '/': {
      body: `<!doctype html><title>A page</title><video id="video" width="400" height="225" muted></video><script>
        const source = new MediaSource();
        video.src = URL.createObjectURL(source);
        video.onloadeddata = () => { document.title = 'ready'; };
        source.onsourceopen = async () => source.addSourceBuffer('video/mp4; codecs="avc1.42c00d"')
          .appendBuffer(await (await fetch('/a.mp4')).arrayBuffer());</script>`,
    },
    '/a.mp4': { body: await makeVideo('fragmented.mp4', 30), type: 'video/mp4' },
  };
}
