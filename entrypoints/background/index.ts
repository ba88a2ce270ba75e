import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../../src/background/start-background.ts';
import { workHere } from '../../src/offscreen/work-here.ts';

export default defineBackground({
  main: () => startBackground(import.meta.env.FIREFOX ? workHere : undefined),
});
