import { translate } from '../../core/i18n.ts';

/** Things one after the other, with the comma of the language: "2 too small, 1 unreadable". */
export function listed(items: readonly string[]): string {
  const [first = '', ...others] = items;
  return others.reduce((list, next) => translate('listNext', list, next), first);
}
