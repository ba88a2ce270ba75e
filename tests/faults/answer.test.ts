// @module-tag ffmpeg
import { ANSWER_FAULTS } from './answer-faults.ts';
import { defineNodeCases } from './node/node-cases.ts';

defineNodeCases(ANSWER_FAULTS);
