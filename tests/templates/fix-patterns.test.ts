import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/engine/check-text.js';
import { fixFromPattern } from '../../src/fix/fix-from-pattern.js';
import { makeFix } from '../../src/fix/make-fix.js';
import { applyEdits } from '../../src/model/edit.js';
import { parseStore } from '../../src/pattern-store/format/parse-store.js';
import { printStore } from '../../src/pattern-store/format/print-store.js';
import { isCode } from '../../src/syntax/is-code.js';
import { loadPacks, rulesOf } from './load-pack.js';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

describe.each([
  ['templates/fix-patterns.json', 'templates/contracts'],
  ['tests/fixtures/sample-project/.specflow/fix-patterns.json', 'tests/fixtures/sample-project/contracts'],
])('%s', (file, contracts) => {
  const parsed = parseStore(file, read(file));

  it('is a store without problems or findings, in the form it is saved in', () => {
    expect(parsed.problems).toEqual([]);
    expect(parsed.findings).toEqual([]);
    expect(parsed.store && printStore(parsed.store)).toBe(read(file));
  });

  it('speaks of rules that exist', () => {
    const ids = rulesOf(loadPacks(contracts)).map(({ id }) => id);
    for (const pattern of parsed.store?.patterns ?? []) expect(ids).toContain(pattern.ruleId);
  });
});

it('a pattern that ships has proven nothing yet', () => {
  const { store } = parseStore('x', read('templates/fix-patterns.json'));
  expect(store?.patterns.length).toBeGreaterThan(0);
  for (const pattern of store?.patterns ?? []) {
    expect(pattern).toMatchObject({
      hundredths: 50,
      appliedCount: 0,
      successCount: 0,
      failureCount: 0,
      lastUsed: null,
    });
  }
});

/** What a stored pattern that ships makes of the first violation of its rule. */
function apply(id: string, text: string): string {
  const pattern = parseStore('x', read('templates/fix-patterns.json')).store?.patterns.find((each) => each.id === id);
  const rule = rulesOf(loadPacks('templates/contracts')).find((each) => each.id === pattern?.ruleId);
  const path = 'src/example.tsx';
  const [violation] = rule ? checkText({ path, text }, [rule], { isCode }).violations : [];
  const check = rule?.checks[violation?.checkIndex ?? -1];
  if (!pattern || !rule || !violation || !check) throw new Error(`${id} has nothing to mend in: ${text}`);
  const answer = makeFix({ path, text, rule, check, place: violation.place }, fixFromPattern(pattern));
  return answer.kind === 'fix'
    ? (applyEdits(text, answer.fix.edits) ?? 'edits that overlap')
    : `refused: ${answer.condition}`;
}

describe('the patterns that ship', () => {
  it.each([
    ['fix-a11y-004-positive-tabindex', 'a = <p tabIndex={5}>x</p>', 'a = <p tabIndex={0}>x</p>'],
    ['fix-a11y-004-positive-tabindex', 'a = <p tabIndex="5">x</p>', 'a = <p tabIndex={0}>x</p>'],
    ['fix-sec-003-innerhtml-number', 'total.innerHTML = sum.toFixed(2)', 'total.textContent = sum.toFixed(2)'],
    [
      'fix-sec-003-innerhtml-number',
      'badge.innerHTML = cart.lines.length;\n',
      'badge.textContent = cart.lines.length;\n',
    ],
    [
      'fix-sec-011-blank-target',
      "a = <a target='_blank' href={u}>x</a>",
      'a = <a target="_blank" rel="noopener noreferrer" href={u}>x</a>',
    ],
  ])('%s mends %s', (id, before, after) => {
    expect(apply(id, before)).toBe(after);
  });

  it.each([
    ['fix-a11y-004-positive-tabindex', 'panel.tabIndex = 5'],
    ['fix-sec-003-innerhtml-number', 'bio.innerHTML = user.bio'],
    ['fix-sec-003-innerhtml-number', 'total.innerHTML = sum.toFixed(2) + unit'],
    ['fix-sec-003-innerhtml-number', 'total.innerHTML = sum.length\n  + unit'],
    ['fix-sec-003-innerhtml-number', 'total.innerHTML += sum.toFixed(2)'],
  ])('%s leaves alone %s', (id, text) => {
    expect(apply(id, text)).toMatch(/^refused: /);
  });
});
