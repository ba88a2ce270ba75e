/**
 * Whether capturing a playing element disturbs its sound, then and for as long as it is there. In Firefox (153) it falls silent
 * with `mozCaptureStream`, and has gaps with `captureStream`, which it has too since lately; the former name tells it apart.
 */
export function captureDisturbsSound(video: HTMLVideoElement): boolean {
  return 'mozCaptureStream' in video;
}
