import { join } from 'node:path';
import { planBlock } from '../../integrations/agents-md.js';
import { readText } from '../../platform/files/read-text.js';
import { type Answer, type Checkup, ok, withoutRules } from '../checkup.js';

const FILES = ['AGENTS.md', 'CLAUDE.md'];
const MAX_BYTES = 4 * 1024 * 1024;

export const agentsFile: Checkup = {
  name: 'AGENTS.md',
  look(at) {
    const { root, loaded } = at;
    const rules = loaded.contracts.flatMap((contract) => contract.rules);
    const answers = FILES.flatMap((file): Answer[] => {
      const read = readText(join(root, file), MAX_BYTES);
      if (read.kind !== 'text' || !read.text.includes('<!-- specflow:')) return [];
      const unknown = withoutRules(at);
      if (unknown !== null) return [...unknown];
      const plan = planBlock(read.text, rules);
      const remedy = `Run specflow export agents-md --file ${file}.`;
      if (plan.kind === 'refused') return [{ state: 'fail', code: 2, message: `${file}: ${plan.reason}.`, remedy }];
      if (plan.isStale) return [{ state: 'warn', message: `The block in ${file} is stale.`, remedy }];
      return [{ state: 'ok', message: `the block in ${file} is current` }];
    });
    return answers.length > 0 ? answers : ok('no block; specflow export agents-md writes one');
  },
};
