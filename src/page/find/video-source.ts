import { absolute } from './address.ts';
import type { PictureSource } from './picture.ts';

/** What a `<video>` shows; its poster counts only while there is no video. */
export function videoSource(video: HTMLVideoElement): PictureSource | undefined {
  if (video.mediaKeys) return { kind: 'protected' };
  if (video.srcObject) return { kind: 'camera' };
  const url = absolute(video.currentSrc || video.src, video);
  if (url !== undefined && !video.error) return { kind: 'video', url };
  const poster = absolute(video.poster, video);
  if (poster !== undefined) return { kind: 'address', url: poster };
  return url === undefined ? undefined : { kind: 'video', url };
}
