import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { makeProject, type TestProject } from '../support/run-cli.js';
import { runIn } from '../support/run-in-process.js';
import { SECURITY_CONTRACT, storeWith, USER_PROFILE } from '../support/sample-contract.js';

const FILES = ['src/a.ts', 'src/b.ts', 'src/c.ts'];
const HEALED = USER_PROFILE.replace('.innerHTML =', '.textContent =');

function queued(): TestProject {
  const project = makeProject({
    'contracts/security.yml': SECURITY_CONTRACT,
    '.specflow/fix-patterns.json': storeWith('0.75', 'gold'),
    ...Object.fromEntries(FILES.map((file) => [file, USER_PROFILE])),
  });
  expect(project.specflow(['heal']).code).toBe(0);
  return project;
}

/** A person at a terminal, who gives one answer after the other, and an editor that does what it is told. */
async function review(project: TestProject, answers: readonly string[], editor = 'false') {
  const left = [...answers];
  const asked: string[] = [];
  const heard = await runIn(project.root, ['patterns', 'review'], {
    canAsk: () => true,
    ask: async (question) => {
      asked.push(question);
      return left.shift() ?? null;
    },
    env: { VISUAL: editor },
  });
  return { ...heard, asked };
}

const waiting = (project: TestProject): readonly string[] =>
  JSON.parse(project.specflow(['patterns', 'review', '--json']).stdout).reviews.map(
    ({ file }: { file: string }) => file,
  );
const kinds = (project: TestProject): readonly string[] =>
  project
    .read('.specflow/evidence.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).kind)
    .filter((kind) => kind === 'accepted' || kind === 'rejected');

describe('patterns review in the terminal', () => {
  it('shows one at a time: its rule, before and after, and the record; accepts, skips and rejects', async () => {
    const project = queued();
    const { out, asked, code } = await review(project, ['s', 'r', 'q']);
    expect(code).toBe(0);
    expect(asked.map((question) => question.slice(0, 6))).toEqual(['1 of 3', '2 of 3', '3 of 3']);
    for (const part of ['SEC-003', '-  element.innerHTML', '+  element.textContent', 'held, 0 failed', 'skipped'])
      expect(out).toContain(part);
    // The third is shown with what was decided about the second.
    const records = [...out.matchAll(/\d+ held, \d+ failed/g)].map(([record]) => record);
    expect(records).toEqual(['15 held, 0 failed', '15 held, 0 failed', '14 held, 1 failed']);
    const skipped = waiting(project);
    expect(skipped).toHaveLength(2);
    const [rejected = ''] = FILES.filter((file) => !skipped.includes(file));
    expect(project.read(rejected)).toBe(USER_PROFILE);
    expect(kinds(project)).toEqual(['rejected']);
    await review(project, ['a', 'a']);
    expect(waiting(project)).toEqual([]);
    for (const file of skipped) expect(project.read(file)).toBe(HEALED);
    expect(kinds(project)).toContain('accepted');
  });

  it('lets the person write it their own way, which counts against the pattern', async () => {
    const project = queued();
    const editor = makeFolder({
      'edit.mjs':
        "import { readFileSync, writeFileSync } from 'node:fs';\nconst file = process.argv[2];\nwriteFileSync(file, readFileSync(file, 'utf8').replace('.textContent =', '.innerText ='));\n",
    });
    const [first = ''] = waiting(project);
    const { out } = await review(project, ['e', 'q'], `"${process.execPath}" "${editor}/edit.mjs"`);
    expect(project.read(first)).toBe(USER_PROFILE.replace('.innerHTML =', '.innerText ='));
    expect(waiting(project)).not.toContain(first);
    expect(kinds(project)).toEqual(['rejected']);
    expect(out).toContain('rejected');
  });

  it.each([
    ['an editor that fails', 'false', 'nothing was recorded'],
    ['an editor in which nothing was changed', 'true', 'nothing was changed; skipped'],
  ])('records nothing of %s', async (_, editor, told) => {
    const project = queued();
    const before = project.snapshot();
    expect((await review(project, ['e', 'q'], editor)).out).toContain(told);
    expect(project.snapshot()).toEqual(before);
  });

  it('leaves everything as it is where nobody answers', async () => {
    const project = queued();
    const before = project.snapshot();
    const { out, code } = await review(project, []);
    expect({ code, told: out.includes('Decide with: specflow patterns accept <id>') }).toEqual({ code: 0, told: true });
    expect(project.snapshot()).toEqual(before);
  });
});
