import { interruptedFinding, interruptedRuns } from '../../runs/interrupted-runs.js';
import { type Answer, type Checkup, ok } from '../checkup.js';

export const runs: Checkup = {
  name: 'heal runs',
  look({ root }) {
    const interrupted = interruptedRuns(root).map((id): Answer => {
      const { message, help } = interruptedFinding(id);
      return { state: 'fail', code: 1, message, remedy: help ?? 'Run specflow heal --resume.' };
    });
    return interrupted.length > 0 ? interrupted : ok('none was interrupted');
  },
};
