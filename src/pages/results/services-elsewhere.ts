import { type MessageKey, translate } from '../../core/i18n.ts';
import type { ResultView } from '../../core/protocol/result-view.ts';

/** A service that looks at an image by its address, or by its file. */
interface Service {
  /** Administrators name it so. */
  readonly id: string;
  /** A brand stays as it is. */
  readonly name: { readonly brand: string } | { readonly words: MessageKey };
  /** Who learns the address. */
  readonly learner: string;
  /** What comes before the image's address, which is encoded as one value. */
  readonly before: string;
  /** Its page where the user can put in a file. */
  readonly upload: string;
}

/** The services, as their own pages take addresses and files (November 2026); tests/unit/pages/results/services-elsewhere.test.ts has each. */
const SERVICES: readonly Service[] = [
  {
    id: 'google-lens',
    name: { brand: 'Google Lens' },
    learner: 'Google',
    before: 'https://lens.google.com/uploadbyurl?url=',
    upload: 'https://www.google.com/?olud',
  },
  {
    id: 'bing',
    name: { brand: 'Bing' },
    learner: 'Bing',
    before: 'https://www.bing.com/images/search?view=detailv2&iss=sbi&q=imgurl:',
    upload: 'https://www.bing.com/visualsearch',
  },
  {
    id: 'tineye',
    name: { brand: 'TinEye' },
    learner: 'TinEye',
    before: 'https://tineye.com/search?url=',
    upload: 'https://tineye.com/',
  },
  {
    id: 'yandex',
    name: { brand: 'Yandex' },
    learner: 'Yandex',
    before: 'https://yandex.com/images/search?rpt=imageview&url=',
    upload: 'https://yandex.com/images/',
  },
  {
    id: 'content-credentials',
    name: { words: 'inspectCredentials' },
    learner: 'contentcredentials.org',
    before: 'https://contentcredentials.org/verify?source=',
    upload: 'https://contentcredentials.org/verify',
  },
  {
    id: 'fact-checks',
    name: { words: 'searchFactChecks' },
    learner: 'Google',
    before: 'https://toolbox.google.com/factcheck/explorer/search/image_url:',
    upload: 'https://toolbox.google.com/factcheck/explorer',
  },
];

/** A service, and who is behind it. */
export interface ElsewhereLink {
  readonly name: string;
  readonly learner: string;
  /** Of its page on the image; else of that for files. */
  readonly address: string;
  /** It is told nothing: the user puts the file in. */
  readonly isForFile: boolean;
}

/** The services that can look at an image, of those that an administrator allows: all, where there is no list. */
export function elsewhereLinks({ elsewhere }: Pick<ResultView, 'elsewhere'>): readonly ElsewhereLink[] {
  if (!elsewhere) return [];
  const { address, allowed } = elsewhere;
  return SERVICES.filter(({ id }) => allowed?.includes(id) ?? true).map(({ name, learner, before, upload }) => ({
    name: 'brand' in name ? name.brand : translate(name.words),
    learner,
    address: address === undefined ? upload : before + encodeURIComponent(address),
    isForFile: address === undefined,
  }));
}
