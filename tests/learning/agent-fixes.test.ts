import { describe, expect, it } from 'vitest';
import type { Agent } from '../../src/heal/agent/agent.js';
import { learnFromHeal } from '../../src/learning/learn-from-heal.js';
import { withoutLimit } from '../../src/model/bounded.js';
import { healProject } from '../heal/heal-project.js';

const RULES = `
- id: OLD-1
  title: The old call is gone soon
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - { pattern: '/oldCall\\(/', message: Use newCall }
`;
const HEAD = "import { newCall, oldCall } from './calls';\n";

/** Mends each line it is asked about as a person would. */
const agent: Agent = {
  attempts: 1,
  mode: 'file',
  async propose({ text, prompt }) {
    const line = Number(/Violation: line (\d+)/.exec(prompt)?.[1]);
    const was = text.split('\n')[line - 1] ?? '';
    return {
      kind: 'answer',
      text: `\`\`\`\n<<<<<<< SEARCH\n${was}\n=======\n${was.replace('oldCall', 'newCall')}\n>>>>>>> REPLACE\n\`\`\`\n`,
    };
  },
};

/** Looks at nothing but the first line that needs mending, whatever it was asked about. */
const shortSighted: Agent = {
  ...agent,
  propose: (task) => {
    const first = task.text.split('\n').findIndex((line) => /= oldCall\(/.test(line)) + 1;
    return agent.propose({ ...task, prompt: `Violation: line ${first}` });
  },
};

describe('the fixes of an agent in one file', () => {
  it.each([
    ['apart', 'export const a = oldCall(1);\n\nexport const b = oldCall(2);\n'],
    ['side by side', 'export const a = oldCall(1);\nexport const b = oldCall(2);\nexport const c = oldCall(3);\n'],
    [
      'within one another',
      'export const a = oldCall(1);\nexport const b = f(() => {\n  return oldCall(2);\n});\nexport const c = oldCall(3);\n',
    ],
  ])('are each told of under the pattern learnt: %s', async (_, body) => {
    const text = HEAD + body;
    const healed = await healProject({ rules: RULES, files: { 'src/a.ts': text }, agent });
    const healedCount = healed.outcomes.filter(({ status }) => status === 'healed').length;
    expect(healed.disk['src/a.ts']).toBe(HEAD + body.replaceAll('oldCall', 'newCall'));
    const { learnt, evidence } = await learnFromHeal(healed, [], () => text, '2026-01-01', withoutLimit);
    expect(learnt).toHaveLength(1);
    expect(evidence).toHaveLength(healedCount);
    expect(evidence.map(({ patternId }) => patternId)).toEqual(evidence.map(() => learnt[0]?.id));
  });

  it('also where the second was made for what the first had left', async () => {
    const text = `${HEAD}export const a = oldCall(1);\n\nexport const b = oldCall(2);\n`;
    const healed = await healProject({ rules: RULES, files: { 'src/a.ts': text }, agent: shortSighted });
    expect([healed.fixes, healed.later].map(({ length }) => length)).toEqual([1, 1]);
    const { learnt, evidence } = await learnFromHeal(healed, [], () => text, '2026-01-01', withoutLimit);
    expect(learnt).toHaveLength(1);
    expect(evidence.map(({ patternId, at }) => [patternId, ...at])).toEqual([
      [learnt[0]?.id, '2:18'],
      [learnt[0]?.id, '4:18'],
    ]);
  });
});
