import { startDrawing } from '../../src/offscreen/drawing/draw-image.ts';

startDrawing();
