import { CONFIG_FILE } from '../../config/load-config.js';
import { answersOf, type Checkup, ok } from '../checkup.js';

export const configuration: Checkup = {
  name: 'configuration',
  look({ configProblem }) {
    return configProblem === null ? ok(`${CONFIG_FILE} is sound or absent`) : answersOf([configProblem]);
  },
};
