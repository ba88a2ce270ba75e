import { defineMediaTests } from './define-media-tests.ts';
import { test } from './firefox-media.ts';

defineMediaTests(test, 'Firefox');
