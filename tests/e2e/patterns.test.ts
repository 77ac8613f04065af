import { describe, expect, it } from 'vitest';
import { makeProject, type TestProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT, storeWith, USER_PROFILE } from '../support/sample-contract.js';

const FILE = 'src/components/UserProfile.tsx';
const ID = 'fix-sec-003-innerhtml';

/** A project in which a gold pattern was just applied; with the id of its review. */
function healedByGold(): { readonly project: TestProject; readonly review: string } {
  const project = makeProject({
    'contracts/security.yml': SECURITY_CONTRACT,
    '.specflow/fix-patterns.json': storeWith('0.75', 'gold'),
    [FILE]: USER_PROFILE,
  });
  const heal = project.specflow(['heal']);
  expect(heal.stdout.trimEnd().split('\n').at(-1)).toBe('Next: specflow patterns review');
  const [review] = JSON.parse(project.specflow(['patterns', 'review', '--json']).stdout).reviews;
  expect(review).toMatchObject({ patternId: ID, file: FILE, line: 28 });
  return { project, review: review.id };
}

const pattern = (project: TestProject): unknown => JSON.parse(project.read('.specflow/fix-patterns.json')).patterns[0];
const queue = (project: TestProject): unknown => JSON.parse(project.read('.specflow/reviews.json')).reviews;

describe('patterns', () => {
  it('lists and shows what the store holds', () => {
    const project = makeProject({ '.specflow/fix-patterns.json': storeWith('0.95', 'platinum') });
    const [heading, row] = project.specflow(['patterns', 'list']).stdout.split('\n');
    expect(heading).toMatch(/^PATTERN +RULE +TIER +NOW +RECORD +BOUND +LAST USED$/);
    expect(row).toMatch(/^fix-sec-003-innerhtml +SEC-003 +platinum +0\.95 +12\/12 +0\.82 +never$/);
    expect(project.specflow(['patterns', 'show', ID]).stdout).toContain('replacement  .textContent =');
  });

  it('restores the file of a rejected fix byte for byte, and counts a failure', () => {
    const { project, review } = healedByGold();
    expect(project.specflow(['patterns', 'reject', review])).toMatchObject({ code: 0 });
    expect(project.read(FILE)).toBe(USER_PROFILE);
    expect(pattern(project)).toMatchObject({ confidence: 0.7, success_count: 12, failure_count: 1 });
    expect(queue(project)).toEqual([]);
  });

  it('leaves a file alone that was edited since, until told to keep it', () => {
    const { project, review } = healedByGold();
    project.write(FILE, `${project.read(FILE)}// edited\n`);
    const before = project.snapshot();
    expect(project.specflow(['patterns', 'reject', review])).toMatchObject({ code: 2, stdout: '' });
    expect(project.snapshot()).toEqual(before);
    expect(project.specflow(['patterns', 'reject', '--keep-file', review]).code).toBe(0);
    expect(project.read(FILE)).toBe(before[FILE]);
    expect(pattern(project)).toMatchObject({ failure_count: 1 });
  });

  it('shows a queued fix with its rule, the record of its pattern and its diff', () => {
    const { project, review } = healedByGold();
    const shown = project.specflow(['patterns', 'review']);
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toContain(`${review}  SEC-003  ${FILE}:28\nNo innerHTML\n`);
    expect(shown.stdout).toContain('13 held, 0 failed; 1 file; confidence 0.80, rising; last used ');
    expect(shown.stdout).toContain('+  element.textContent = userData.bio\n');
    project.write('contracts/security.yml', 'rules: [');
    const broken = project.specflow(['patterns', 'review']);
    expect(broken).toMatchObject({ code: 2 });
    expect(broken.stdout).toContain('No contract has this rule any more.\n');
  });

  it('shows in the list what a person vouched for', () => {
    const project = makeProject({
      'contracts/security.yml': SECURITY_CONTRACT,
      '.specflow/fix-patterns.json': storeWith('0.65', 'silver'),
    });
    expect(project.specflow(['patterns', 'list']).stdout).toMatch(/ silver {2}/);
    expect(project.specflow(['patterns', 'accept', 'fix-sec-003-innerhtml']).code).toBe(0);
    expect(project.specflow(['patterns', 'list']).stdout).toContain(' silver, accepted ');
  });

  it('records one acceptance, and none of a retired pattern', () => {
    const project = makeProject({ '.specflow/fix-patterns.json': storeWith('0.65', 'silver') });
    expect(project.specflow(['patterns', 'accept', ID]).stdout).toBe(`accepted ${ID}\n`);
    const once = project.snapshot();
    expect(project.specflow(['patterns', 'accept', ID])).toMatchObject({
      code: 0,
      stdout: `${ID} is accepted already\n`,
    });
    expect(project.snapshot()).toEqual(once);
    project.specflow(['patterns', 'retire', ID]);
    const retired = project.snapshot();
    const refused = project.specflow(['patterns', 'accept', ID]);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain(`specflow patterns restore ${ID}`);
    expect(project.snapshot()).toEqual(retired);
  });

  it('closes an accepted fix', () => {
    const { project, review } = healedByGold();
    expect(project.specflow(['patterns', 'accept', review]).code).toBe(0);
    expect(pattern(project)).toMatchObject({ confidence: 0.8, accepted: true });
    expect(queue(project)).toEqual([]);
  });

  it('never proposes a retired pattern', () => {
    const project = makeProject({
      'contracts/security.yml': SECURITY_CONTRACT,
      '.specflow/fix-patterns.json': storeWith('0.95', 'platinum'),
      [FILE]: USER_PROFILE,
    });
    expect(project.specflow(['patterns', 'retire', ID])).toMatchObject({ code: 0, stdout: `retired ${ID}\n` });
    expect(project.specflow(['heal', '--quiet']).stdout).toMatch(/^escalated/);
    expect(project.read(FILE)).toBe(USER_PROFILE);
  });
});
