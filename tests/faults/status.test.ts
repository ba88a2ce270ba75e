// @module-tag ffmpeg
import { defineNodeCases } from './node/node-cases.ts';
import { STATUS_FAULTS } from './status-faults.ts';

defineNodeCases(STATUS_FAULTS);
