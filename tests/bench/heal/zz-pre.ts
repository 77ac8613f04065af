import { parseContract } from '../../../src/contract/parse-contract.js';
import { checkText } from '../../../src/engine/check-text.js';
import { isCode } from '../../../src/syntax/is-code.js';
import { parseSyntax } from '../../../src/syntax/parse-syntax.js';
import { readCategories } from './read-cases.js';
for (const c of readCategories('tests/bench/heal/cases')) {
  const p = parseContract(c.name, c.contract);
  for (const x of [...p.problems, ...p.findings]) console.log(c.name, x.line, x.message, x.help);
  if (!p.contract) continue;
  for (const k of c.cases) {
    const n: string[] = [];
    for (const [f, t] of k.before) {
      const rules = p.contract.rules.filter((r) => r.scope.select([f]).length);
      const body = t.replace(/^\uFEFF/, '');
      const rep = checkText({ path: f, text: body }, rules, { isCode });
      n.push(...rep.violations.map((v) => `${v.rule.id}:${v.place?.match ?? 'absent'}`), ...rep.problems.map((x) => x.message));
      const tree = parseSyntax(f, body);
      if (tree && tree.errors.length) console.log(c.name, k.line, k.title, 'BEFORE', tree.errors.map((e) => e.message));
    }
    for (const m of [k.expected, ...k.others]) for (const [f, t] of m) {
      const tree = parseSyntax(f, t.replace(/^\uFEFF/, ''));
      if (tree && tree.errors.length && t !== k.before.get(f)) console.log(c.name, k.line, k.title, 'AFTER', tree.errors.map((e) => e.message));
      const rules = p.contract.rules.filter((r) => r.scope.select([f]).length);
      const left = checkText({ path: f, text: t.replace(/^\uFEFF/, '') }, rules, { isCode }).violations;
      if (!k.escalates.length && left.length) console.log(c.name, k.line, k.title, 'LEFT', left.map((v) => v.place?.match));
    }
    if (!n.length !== k.clean && c.name !== 'required') console.log(c.name, k.line, k.title, 'VIOLATIONS', n);
  }
}
