import { type MessageKey, translate } from '../../core/i18n.ts';
import type { FileMetadata } from '../../core/media/file-metadata.ts';
import type { FileMetadataView } from '../../core/protocol/panel-view.ts';
import { dayText } from '../../core/words/numbers.ts';
import { listed } from './listed.ts';
import { sourceTermText } from './provenance-terms.ts';
import { TRUST_LIST_ISSUED } from './trust-list-issued.ts';

/** Names and values: what trust goes by, then what nobody signs. */
export function fileMetadataFacts({
  credentials: { state },
  notes,
  facts,
}: Exclude<FileMetadata, { unread: unknown }>): FileMetadataView['facts'] {
  const terms = notes.flatMap((note) => (note.kind === 'source' ? [note.term] : []));
  const isTrustJudged = state === 'valid' || state === 'unlisted';
  const rows: readonly (readonly [MessageKey, string | undefined])[] = [
    ['factSource', listed([...new Set(terms)].map(sourceTermText))],
    ['factTrustList', isTrustJudged ? dayText(Date.parse(TRUST_LIST_ISSUED)) : undefined],
    ['factSoftware', listed([...new Set([facts.software, facts.creatorTool])].filter((name) => name !== undefined))],
    ['factCamera', cameraText(facts.make, facts.model)],
    ['factTaken', facts.takenAt],
  ];
  return rows.flatMap(([name, value]) => (value ? [[translate(name), value] as const] : []));
}

/** Models often begin with their maker. */
function cameraText(make = '', model = ''): string {
  return model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`.trim();
}
