import { test } from '../media/chromium-media.ts';
import { definePanelTests } from './define-panel-tests.ts';

definePanelTests(test, 'Chromium');
