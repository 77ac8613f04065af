import { join } from 'node:path';
import { CONFIG_FILE } from '../../config/load-config.js';
import { readText } from '../../platform/files/read-text.js';
import { answersOf, type Checkup, ok } from '../checkup.js';

const MAX_BYTES = 1024 * 1024;

export const configuration: Checkup = {
  name: 'configuration',
  look({ configProblems, root }) {
    if (configProblems.length > 0) return answersOf(configProblems);
    const isMissing = readText(join(root, CONFIG_FILE), MAX_BYTES).kind === 'missing';
    return ok(isMissing ? `there is no ${CONFIG_FILE}, so defaults hold` : `${CONFIG_FILE} is sound`);
  },
};
