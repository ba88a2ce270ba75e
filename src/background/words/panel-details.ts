import type { CheckRecord } from '../../core/check/check-record.ts';
import type { ShownVerdict } from '../../core/check/shown-verdict.ts';
import { translate } from '../../core/i18n.ts';
import type { PanelView } from '../../core/protocol/panel-view.ts';
import { methodText } from '../../core/words/check-words.ts';
import { momentText, secondsText, sizeText } from '../../core/words/numbers.ts';
import { framesDetail } from './frames-words.ts';
import { conversionText, formatText, sourceText } from './read-words.ts';

/** A longer one is in the results alone. Characters. */
const MAX_MANIFEST = 300_000;

/**
 * "Details": how the bytes were had, what they are, how the answer came, and the whole `manifest` of Content Credentials, where
 * it is remembered. Nothing before the bytes were read.
 */
export function panelDetails(
  { media, read, endedAt, answeredAt }: CheckRecord,
  verdict: ShownVerdict | undefined,
  manifest: string | undefined,
): PanelView['details'] {
  if (!read) return [];
  const seconds = verdict?.serviceSeconds;
  return [
    [translate('detailMethod'), methodText(read.method)],
    [translate('detailType'), formatText(read)],
    [translate('detailSize'), sizeText(read.sizeBytes)],
    ...(media.kind === 'video' && read.convertedFrom !== undefined
      ? [[translate('detailConversion'), conversionText(read.convertedFrom, read.isReencoded)] as const]
      : []),
    [translate('detailSha256'), read.sha256],
    ...(verdict?.frames ? [[translate('detailFrames'), framesDetail(verdict.frames)] as const] : []),
    ...(seconds === undefined ? [] : [[translate('detailServiceTime'), secondsText(seconds)] as const]),
    ...(endedAt === undefined ? [] : [[translate('detailWhen'), momentText(endedAt)] as const]),
    ...(verdict ? [[translate('detailSource'), sourceText(answeredAt)] as const] : []),
    ...(manifest === undefined || manifest.length > MAX_MANIFEST
      ? []
      : [[translate('manifestWhole'), manifest] as const]),
  ];
}
