import { test } from '../media/firefox-media.ts';
import { definePanelTests } from './define-panel-tests.ts';

definePanelTests(test, 'Firefox');
