import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile } from '../../core/check/media-reference.ts';
import { translate } from '../../core/i18n.ts';
import type { Fact } from '../../core/protocol/result-view.ts';
import { exactMomentText } from '../../core/words/numbers.ts';
import { exportedAddress } from './exported-address.ts';

/** What was checked, and where it was. `isWhole`: addresses with all they have (exported-address.ts). */
export function resultMedia({ media, startedAt, endedAt }: CheckRecord, isWhole: boolean): readonly Fact[] {
  const address = (url: string) => exportedAddress(url, isWhole);
  const where: readonly Fact[] = isLocalFile(media)
    ? [[translate('detailFileName'), media.fileName]]
    : [
        [translate('columnPage'), address(media.pageUrl)],
        ...(media.frameUrl === undefined ? [] : [[translate('detailFrame'), address(media.frameUrl)] as const]),
        ...(media.url === undefined ? [] : [[translate('columnMedia'), address(media.url) + cutSign(media)] as const]),
      ];
  return [
    [translate('detailKind'), translate(media.kind === 'video' ? 'kindVideo' : 'kindImage')],
    ...where,
    [translate('detailStarted'), exactMomentText(startedAt)],
    ...(endedAt === undefined ? [] : [[translate('detailEnded'), exactMomentText(endedAt)] as const]),
  ];
}

function cutSign({ isUrlCut }: { readonly isUrlCut?: boolean }): string {
  return isUrlCut ? ` ${translate('addressCut')}` : '';
}
