import type { CheckRecord } from '../../core/check/check-record.ts';
import { isLocalFile } from '../../core/check/media-reference.ts';
import { language, type MessageKey, textDirection, translate } from '../../core/i18n.ts';
import type { WholeCredentials } from '../../core/media/file-metadata.ts';
import type { ClaimsView, FileMetadataView, SaidLine } from '../../core/protocol/panel-view.ts';
import type { Fact, ResultView } from '../../core/protocol/result-view.ts';
import { exactMomentText } from '../../core/words/numbers.ts';
import { REPORT_CSS } from './evidence-report-css.ts';
import { type Markup, type MarkupValue, markup } from './markup.ts';
import { resultMedia } from './result-media.ts';

/** A kept check, and how it reads. */
export interface Result {
  readonly check: CheckRecord;
  readonly view: ResultView;
}

/** What a report is made of. */
export interface ReportContent extends Result {
  readonly thumbnail: Blob | undefined;
  /** The Content Credentials of its file. */
  readonly credentials: WholeCredentials | undefined;
  /** Addresses with all they have (exported-address.ts). */
  readonly isWhole: boolean;
  readonly extensionVersion: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * The evidence report of one check: a file of HTML that needs nothing else, to be kept or printed. It runs no script and
 * loads nothing: its own policy allows its style sheet and its picture, and no more.
 */
export async function evidenceReport(parts: ReportContent): Promise<string> {
  const { check, view, thumbnail, credentials, isWhole, extensionVersion, now } = parts;
  const { headline, outcome, warnings, meaning, bytes, fileSays, answer } = view;
  const picture = thumbnail && (await dataAddress(thumbnail));
  const title = translate('reportTitle');
  const page = markup`<html lang="${language()}" dir="${textDirection()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${await policy()}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${markup.trusted(REPORT_CSS)}</style>
</head>
<body>
<main>
<header><h1>${title}</h1><p>${said(exactMomentText(check.startedAt))}</p></header>
<section class="verdict ${headline.tone}">
<h2>${said(headline.words)}</h2>
${outcome.map((line) => markup`<p>${said(line)}</p>\n`)}${sentences(warnings)}</section>
<figure>
${picture === undefined ? undefined : markup`<img src="${picture}" alt="${translate('reportPictureName')}">`}
<figcaption>${translate(picture === undefined ? 'reportNoPicture' : 'reportPicture')}</figcaption>
</figure>
${table('reportMedia', resultMedia(check, isWhole), isLocalFile(check.media) ? check.media.fileName : undefined)}
${table(check.unjudged ? 'reportBytesUnsent' : 'reportBytes', bytes)}
${meaning && sectionPart(meaning)}
${fileSays && sectionPart(fileSays)}
${table('reportAnswer', answer)}
${credentials && markup`<h3>${translate('manifestWhole')}</h3>\n<pre>${credentials.json}</pre>\n`}
<footer>
<p>${translate('reportMeaning')}</p>
<p>${said(translate('reportMadeBy', extensionVersion, exactMomentText(now)))}</p>
</footer>
</main>
</body>
</html>
`;
  return `<!doctype html>\n${page}`;
}

/** `foreign`: what one of the values is, where it came from elsewhere as it is. */
function table(title: MessageKey, facts: readonly Fact[], foreign?: string): Markup | undefined {
  if (facts.length === 0) return undefined;
  return markup`<h3>${translate(title)}</h3>
${rows(facts, foreign)}`;
}

function sectionPart({ title, lines, claims, facts }: FileMetadataView): Markup {
  return markup`<h3>${title}</h3>
${sentences(lines)}${claims && claimsPart(claims)}${facts.length > 0 ? rows(facts) : undefined}`;
}

function claimsPart({ title, chain, lines, facts }: ClaimsView): Markup {
  const links = chain.map(
    ({ words, lines: more }) => markup`<li>${said(words)}${more.map((line) => markup`<br>${said(line)}`)}</li>\n`,
  );
  return markup`${title === undefined ? undefined : markup`<h4>${translate('claimsTitle')}</h4>\n`}<ol>
${links}</ol>
${sentences(lines)}${facts.length > 0 ? rows(facts) : undefined}`;
}

function sentences(lines: readonly SaidLine[]): Markup[] {
  return lines.map(({ words }) => markup`<p>${said(words)}</p>\n`);
}

function rows(facts: readonly Fact[], foreign?: string): Markup {
  const cell = (value: string) => (value === foreign ? value : said(value));
  return markup`<table>
${facts.map(([name, value]) => markup`<tr><th scope="row">${said(name)}</th><td><bdi>${cell(value)}</bdi></td></tr>\n`)}</table>`;
}

/** Words of our own, or with what the background has put into some. Only texts from right to left have isolates of ours. */
function said(words: string): MarkupValue {
  return textDirection() === 'rtl' ? markup.sentence(words) : words;
}

/** The style sheet by its hash, the picture by its kind; no script, no request, no form, no base. */
async function policy(): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(REPORT_CSS));
  const style = `'sha256-${base64(hash)}'`;
  return `default-src 'none'; style-src ${style}; img-src data:; base-uri 'none'; form-action 'none'`;
}

async function dataAddress(picture: Blob): Promise<string> {
  const type = /^image\/[a-z]+$/.test(picture.type) ? picture.type : 'image/webp';
  return `data:${type};base64,${base64(await picture.arrayBuffer())}`;
}

/** Of some kilobytes at most. */
function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
