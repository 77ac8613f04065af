import { requiredNode } from '../../platform/package-files.js';
import { type Checkup, ok } from '../checkup.js';

export const nodeVersion: Checkup = {
  name: 'node',
  look({ nodeVersion: running }) {
    const least = requiredNode();
    if (compareVersions(running, least) >= 0) return ok(`Node ${running}`);
    return [
      {
        state: 'fail',
        code: 3,
        message: `Node ${running} is older than ${least}.`,
        remedy: `Install Node ${least} or newer.`,
      },
    ];
  },
};

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let at = 0; at < 3; at++) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
