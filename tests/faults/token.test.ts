// @module-tag ffmpeg
import { defineNodeCases } from './node/node-cases.ts';
import { TOKEN_FAULTS } from './token-faults.ts';

defineNodeCases(TOKEN_FAULTS);
