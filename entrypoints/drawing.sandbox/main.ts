import { startDrawing } from '../../src/offscreen/drawing/draw-svg.ts';

startDrawing();
