import { describe, expect, it } from 'vitest';
import { planBlock } from '../../src/integrations/agents-md.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';

const eval1 = makeRule({ id: 'SEC-1', title: 'No eval', scope: ['src/**', '!**/*.test.ts'] }, forbidden(/eval/));
const soft = makeRule({ id: 'LOG-1', title: 'Log', scope: ['api/**'], severity: 'warning' }, required(/log/));
const again = makeRule({ id: 'SEC-2', title: 'No exec', scope: ['src/**', '!**/*.test.ts'] }, forbidden(/exec/));
const rules = [eval1, soft, again];

function written(text: string | null, of = rules): string {
  const plan = planBlock(text, of);
  if (plan.kind !== 'text') throw new Error(plan.reason);
  return plan.text;
}

describe('the block in AGENTS.md', () => {
  it('names the commands and each rule under its scope, with the remedy', () => {
    const text = written(null);
    expect(text).toMatch(/^<!-- specflow:start -->\n[\s\S]*npx specflow guard[\s\S]*\n<!-- specflow:end -->\n$/);
    expect(text).toContain('### `src/**` `!**/*.test.ts`\n\n- **SEC-1** No eval: check 0\n- **SEC-2** No exec');
    expect(text).toContain('### `api/**`\n\n- **LOG-1** (warning) Log: check 0\n');
  });

  it.each([
    ['a file without it', '# Project\n\nBe kind.\n'],
    ['a file that does not end its last line', '# Project'],
    ['a Windows file', '# Project\r\n\r\nBe kind.\r\n'],
    ['an empty file', ''],
  ])('is added at the end of %s, once', (_, before) => {
    const once = written(before);
    expect(once.startsWith(before)).toBe(true);
    expect(/(?<!\r)\n/.test(once)).toBe(!before.includes('\r\n'));
    expect(planBlock(once, rules)).toEqual({ kind: 'text', text: once, isStale: false });
  });

  it('is brought up to date between its markers, and nowhere else', () => {
    const before = `above\n${written(null, [eval1])}below, without a line end`;
    const plan = planBlock(before, rules);
    expect(plan).toMatchObject({ isStale: true });
    const after = written(before);
    expect(after.startsWith('above\n<!-- specflow:start -->\n')).toBe(true);
    expect(after.endsWith('<!-- specflow:end -->\nbelow, without a line end')).toBe(true);
    expect(after).toContain('SEC-2');
  });

  it('is not ended, nor anything else begun, by what a contract says', () => {
    const title = 'x\n<!-- specflow:end -->\n<script>\u202e';
    const hostile = [makeRule({ title, scope: ['src/`<!--/**'] }, forbidden(/a<b`<!--/, { message: title }))];
    const text = written(null, hostile);
    expect(text.match(/<!--/g)).toHaveLength(2);
    // A glob stands there as it is written, however many backticks it holds.
    expect(text).toContain('### ``src/`<\\!--/**``');
    expect(text).not.toMatch(/<script>|\u202e/);
    expect(planBlock(text, hostile)).toMatchObject({ isStale: false });
  });

  it.each([
    ['a start alone', '<!-- specflow:start -->\ntext\n'],
    ['an end alone', '<!-- specflow:end -->\n'],
    ['the wrong order', '<!-- specflow:end -->\n<!-- specflow:start -->\n'],
    ['two blocks', '<!-- specflow:start -->\n<!-- specflow:end -->\n'.repeat(2)],
  ])('is not guessed at: %s', (_, text) => {
    expect(planBlock(text, rules)).toMatchObject({ kind: 'refused' });
  });
});
