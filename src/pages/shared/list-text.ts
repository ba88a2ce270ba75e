import { language } from '../../core/i18n.ts';

/** Things one after the other: "image_inference, video_inference". */
export function listText(items: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction', style: 'narrow' }).format(items);
}
