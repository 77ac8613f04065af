import type { Rule } from '../model/contract.js';

/** Which files each rule looks at, and which rules look at each file. */
export interface Coverage {
  /** In the order of the listing. */
  filesOf(rule: Rule): readonly string[];
  /** In the order of the rules. */
  rulesOf(file: string): readonly Rule[];
}

/** Rules whose scopes are written alike share one selection. */
export function cover(rules: readonly Rule[], files: readonly string[]): Coverage {
  const selections = new Map<string, readonly string[]>();
  const filesByRule = new Map<Rule, readonly string[]>();
  const rulesByFile = new Map<string, Rule[]>();
  for (const rule of rules) {
    const key = rule.scope.globs.join('\0');
    let selected = selections.get(key);
    if (!selected) {
      selected = rule.scope.select(files);
      selections.set(key, selected);
    }
    filesByRule.set(rule, selected);
    for (const file of selected) {
      const present = rulesByFile.get(file);
      if (present) present.push(rule);
      else rulesByFile.set(file, [rule]);
    }
  }
  return {
    filesOf: (rule) => filesByRule.get(rule) ?? [],
    rulesOf: (file) => rulesByFile.get(file) ?? [],
  };
}
