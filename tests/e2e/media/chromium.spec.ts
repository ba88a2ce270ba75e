import { test } from './chromium-media.ts';
import { defineMediaTests } from './define-media-tests.ts';

defineMediaTests(test, 'Chromium');
