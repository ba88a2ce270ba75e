import { test } from '../media/firefox-media.ts';
import { defineHostileTests } from './define-hostile-tests.ts';

defineHostileTests(test, 'Firefox');
