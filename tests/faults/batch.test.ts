// @module-tag ffmpeg
import { BATCH_FAULTS } from './batch-faults.ts';
import { defineNodeCases } from './node/node-cases.ts';

defineNodeCases(BATCH_FAULTS);
