import { type ComponentChild, render } from 'preact';
import { factsLine, language, type MessageKey, textDirection, translate } from '../../core/i18n.ts';
import '../../core/view/theme.css';
import './controls.css';

/** Starts one of the extension's own pages: its language, its title and whose it is, its content. */
export function startPage(title: MessageKey, content: ComponentChild): void {
  document.documentElement.lang = language();
  document.documentElement.dir = textDirection();
  const [own, name] = [translate(title), translate('extensionShortName')];
  document.title = own.includes(name) ? own : factsLine([own, name]);
  render(content, document.body);
}
