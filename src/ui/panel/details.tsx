import type { JSX } from 'preact';
import type { ReadReport } from '../../check/check-record.ts';
import type { CheckView } from '../../check/check-view.ts';
import { translate } from '../../i18n.ts';
import { formatText, methodText } from '../shared/check-words.ts';
import { momentText, secondsText, sizeText } from '../shared/numbers.ts';

/** "Details": how the bytes were had, what they are, and how the answer came. */
export function Details({ view, read }: { readonly view: CheckView; readonly read: ReadReport }): JSX.Element {
  const seconds = view.verdict?.serviceSeconds;
  return (
    <details>
      <summary>{translate('details')}</summary>
      <dl>
        <Row name={translate('detailMethod')} value={methodText(read.method)} />
        <Row name={translate('detailType')} value={formatText(read.type)} />
        <Row name={translate('detailSize')} value={sizeText(read.sizeBytes)} />
        <Row name={translate('detailSha256')} value={read.sha256} />
        {seconds !== undefined && <Row name={translate('detailServiceTime')} value={secondsText(seconds)} />}
        {view.endedAt !== undefined && <Row name={translate('detailWhen')} value={momentText(view.endedAt)} />}
        {view.verdict && <Row name={translate('detailSource')} value={translate('sourceService')} />}
      </dl>
    </details>
  );
}

function Row({ name, value }: { readonly name: string; readonly value: string }): JSX.Element {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
