// @module-tag ffmpeg
import { CONNECTION_FAULTS } from './connection-faults.ts';
import { defineNodeCases } from './node/node-cases.ts';
import { SLOW_ANSWER_FAULTS } from './slow-answer-faults.ts';

defineNodeCases([...CONNECTION_FAULTS, ...SLOW_ANSWER_FAULTS]);
