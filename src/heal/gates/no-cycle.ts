import { type Gate, rulesOf, stepOf } from './gate.js';

/** A text the file has had before in this run leads round in a circle. */
export const noCycle: Gate = {
  name: 'no-cycle',
  judge: (trial) => {
    const next = stepOf(trial.after, []);
    const at = trial.history.findIndex(({ textHash }) => textHash === next.textHash);
    if (at === -1) return null;
    const since = trial.history.slice(at + 1).flatMap(({ ruleIds }) => ruleIds);
    const rules = [...new Set([...since, ...rulesOf(trial).map(({ id }) => id)])].sort();
    const who = rules.length === 1 ? `${rules[0]} goes` : `${rules.join(' and ')} go`;
    return {
      outcome: 'cycle',
      detail: `The fix brings back a text this file has had in this run: ${who} in a circle.`,
    };
  },
};
