import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/engine/check-text.js';
import { applySuppressions } from '../../src/exemptions/apply-suppressions.js';
import { readSuppressions } from '../../src/exemptions/read-suppressions.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';

const SOFT = makeRule({ id: 'SOFT-1', severity: 'warning' }, forbidden(/eval/));
const OTHER = makeRule({ id: 'SOFT-2', severity: 'warning' }, forbidden(/eval/), required(/x/, { require: 'every' }));
const HARD = makeRule({ id: 'HARD-1' }, forbidden(/eval/));
const RULES = [SOFT, OTHER, HARD];

function suppress(text: string, allowNonNegotiable = false) {
  const path = 'a.ts';
  const { violations } = checkText({ path, text }, RULES);
  const read = readSuppressions(path, text);
  const applied = applySuppressions({
    violations,
    suppressions: read.suppressions,
    rules: new Map(RULES.map((rule) => [rule.id, rule])),
    allowNonNegotiable,
    isChecked: () => true,
  });
  expect(applied.violations).toHaveLength(violations.length);
  return {
    exempt: applied.violations
      .filter(({ exemption }) => exemption)
      .map(({ rule, place }) => `${rule.id}:${place?.line}`),
    codes: [...read.findings, ...applied.findings].map(({ code, line }) => `${code}:${line}`),
    applied,
  };
}

const MARK = 'specflow-ignore-next-line';

describe('suppressions that are honoured', () => {
  it.each([
    `// ${MARK} SOFT-1 -- needed`,
    `  x(); // ${MARK} SOFT-1 -- needed`,
    `//${MARK} SOFT-1 -- needed`,
    `# ${MARK} SOFT-1 -- needed`,
    `/* ${MARK} SOFT-1 -- needed */`,
    `/** ${MARK} SOFT-1 -- needed */`,
    `{/* ${MARK} SOFT-1 -- needed */}`,
    `<!-- ${MARK} SOFT-1 -- needed -->`,
    `const s = "it's"; // ${MARK} SOFT-1 -- needed`,
    `const s = '\\''; // ${MARK} SOFT-1 -- needed`,
  ])('%s', (comment) => {
    const { exempt, codes, applied } = suppress(`${comment}\neval\neval`);
    expect([exempt, codes]).toEqual([['SOFT-1:2'], []]);
    expect(applied.violations.find(({ exemption }) => exemption)?.exemption).toEqual({
      kind: 'suppression',
      reason: 'needed',
      expires: null,
    });
  });

  it('name several rules, and cover each match on the line', () => {
    const { exempt } = suppress(`// ${MARK} SOFT-1, SOFT-2 -- both\neval eval`);
    expect(exempt).toEqual(['SOFT-1:2', 'SOFT-1:2', 'SOFT-2:2', 'SOFT-2:2']);
  });

  it.each(['\r\n', '\r', '\n'])('count lines that end in %j', (end) => {
    expect(suppress(`x${end}// ${MARK} SOFT-1 -- r${end}eval`).exempt).toEqual(['SOFT-1:3']);
  });
});

describe('suppressions that are not', () => {
  it.each([
    ['no rule', `// ${MARK} -- reason`],
    ['nothing', `// ${MARK}`],
    ['no reason', `// ${MARK} SOFT-1`],
    ['an empty reason', `// ${MARK} SOFT-1 --`],
    ['a blank reason in a block', `/* ${MARK} SOFT-1 --   */`],
    ['a wildcard', `// ${MARK} * -- reason`],
    ['a wildcard in an id', `// ${MARK} SOFT-* -- reason`],
    ['all', `// ${MARK} all -- reason`],
    ['a comma too many', `// ${MARK} SOFT-1, -- reason`],
    ['an unknown rule', `// ${MARK} SOFT-9 -- reason`],
    ['a longer word', `// ${MARK}s SOFT-1 -- reason`],
    ['reordered text', `// ${MARK} SOFT-1 -- rea\u202eson`],
  ])('%s is malformed', (_, comment) => {
    expect(suppress(`${comment}\neval`)).toMatchObject({ exempt: [], codes: ['suppression/malformed:1'] });
  });

  it.each([
    ['it names no rule', `// ${MARK} -- reason`],
    ['it names no rule', `// ${MARK} SOFT-1, -- reason`],
    ['it gives no reason', `// ${MARK} SOFT-1`],
    ['it gives no reason', `// ${MARK} SOFT-1 --`],
    ['it gives no reason', `// ${MARK} SOFT-1 -reason`],
    ['rules must be named one by one', `// ${MARK} * -- reason`],
    ['rules must be named one by one', `// ${MARK} SOFT-1, ALL -- reason`],
    ['a space must follow the marker', `// ${MARK}s SOFT-1 -- reason`],
    ['its line holds invisible characters that reorder text', `// ${MARK} SOFT-1 -- rea\u202eson`],
  ])('is told that %s: %j', (flaw, comment) => {
    const [finding] = readSuppressions('a.ts', `${comment}\neval`).findings;
    expect(finding?.message).toBe(`This suppression suppresses nothing: ${flaw}.`);
    expect(finding?.help).toBe(`Write: ${MARK} RULE-ID -- reason`);
  });

  it.each([
    ['QQQ', 'This suppression names the rule QQQ, which no contract has.', 'Name a rule by its id.'],
    [
      'HARD-1',
      'HARD-1 is non-negotiable and cannot be suppressed in the code.',
      'Mend the violation, or ask for a waiver in the contract: it has an owner and a last day.',
    ],
    ['SOFT-1', 'SOFT-1 is not violated on the next line, so nothing is suppressed.', 'Drop the comment.'],
  ])('of %s says what to do', (id, message, help) => {
    expect(suppress(`// ${MARK} ${id} -- r\nfine`).applied.findings).toMatchObject([{ message, help }]);
  });

  it('is not called unused where its rule was not looked for', () => {
    const { suppressions } = readSuppressions('a.ts', `// ${MARK} SOFT-1 -- r\nfine`);
    const rules = new Map(RULES.map((rule) => [rule.id, rule]));
    const request = { violations: [], suppressions, rules, allowNonNegotiable: false };
    expect(applySuppressions({ ...request, isChecked: () => false }).findings).toEqual([]);
    expect(applySuppressions({ ...request, isChecked: () => true }).findings).toHaveLength(1);
  });

  it.each([
    `const s = "// ${MARK} SOFT-1 -- reason";`,
    `const s = '# ${MARK} SOFT-1 -- reason';`,
    `const s = \`// ${MARK} SOFT-1 -- reason\`;`,
    `const s = "a\\"// ${MARK} SOFT-1 -- reason";`,
    `${MARK} SOFT-1 -- reason`,
    `call(${MARK} SOFT-1 -- reason)`,
  ])('%s is no comment', (line) => {
    expect(suppress(`${line}\neval`)).toMatchObject({ exempt: [], codes: [] });
  });

  it('an unknown rule gets a suggestion', () => {
    expect(suppress(`// ${MARK} SOFT-11 -- r\neval`).applied.findings[0]?.help).toBe('Did you mean SOFT-1?');
  });

  it('non-negotiable rules, unless the configuration allows it', () => {
    const text = `// ${MARK} HARD-1 -- reason\neval`;
    expect(suppress(text)).toMatchObject({ exempt: [], codes: ['suppression/not-allowed:1'] });
    expect(suppress(text, true)).toMatchObject({ exempt: ['HARD-1:2'], codes: [] });
  });

  it.each([
    ['the line below is clean', `// ${MARK} SOFT-1 -- r\nfine\neval`],
    ['the violation is on its own line', `eval // ${MARK} SOFT-1 -- r\nfine`],
    ['it is the last line', `// ${MARK} SOFT-1 -- r`],
    ['an absence has no line', `// ${MARK} SOFT-2 -- r\nfine`],
  ])('idle ones, because %s', (_, text) => {
    expect(suppress(text)).toMatchObject({ exempt: [], codes: ['suppression/unused:1'] });
  });

  it('stays quick on a hostile line', () => {
    const hostile = `// ${' '.repeat(300_000)}${'/*'.repeat(100_000)} ${MARK}${' -'.repeat(200_000)}`;
    expect(readSuppressions('a.ts', hostile).suppressions).toEqual([]);
  });
});
