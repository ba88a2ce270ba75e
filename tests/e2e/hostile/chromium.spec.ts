import { test } from '../media/chromium-media.ts';
import { defineHostileTests } from './define-hostile-tests.ts';

defineHostileTests(test, 'Chromium');
