import { plural } from '../../model/plural.js';
import { readStore } from '../../pattern-store/read-store.js';
import { type Answer, answersOf, type Checkup, ok } from '../checkup.js';

export const patternStore: Checkup = {
  name: 'pattern store',
  look({ root }) {
    const { store, problems, findings } = readStore(root);
    const doubts = findings.map(
      ({ message, help }): Answer => ({ state: 'warn', message, remedy: help ?? 'See: specflow patterns list' }),
    );
    const answers = [...answersOf(problems), ...doubts];
    return answers.length > 0 ? answers : ok(plural(store?.patterns.length ?? 0, 'fix pattern'));
  },
};
