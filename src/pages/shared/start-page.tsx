import { type ComponentChild, render } from 'preact';
import { language, type MessageKey, textDirection, translate } from '../../core/i18n.ts';
import '../../core/view/theme.css';
import './disabled.css';

/** Starts one of the extension's own pages: its language, its title, its content. */
export function startPage(title: MessageKey, content: ComponentChild): void {
  document.documentElement.lang = language();
  document.documentElement.dir = textDirection();
  document.title = translate(title);
  render(content, document.body);
}
