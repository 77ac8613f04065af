import { checkGlob, isExclusion } from '../../globs/check-glob.js';
import { compileScope } from '../../globs/compile-scope.js';
import type { Scope } from '../../model/contract.js';
import { type Complaint, complaints } from '../problem-catalogue.js';
import { fieldOf, textOf, type YamlNode, type YamlScalar } from '../yaml/yaml-node.js';

type Report = (node: YamlNode, complaint: Complaint) => void;

/** The scope of a rule, or null after `report` has said why there is none. */
export function readScope(rule: YamlNode, inherited: YamlNode | null, report: Report): Scope | null {
  const written = fieldOf(rule, 'scope') ?? scopeOfPatterns(rule, report) ?? inherited;
  if (!written) {
    report(rule, complaints.missingScope());
    return null;
  }
  const globs = globsOf(written);
  let isValid = true;
  for (const glob of globs) {
    const mistake = checkGlob(glob.text);
    if (!mistake) continue;
    isValid = false;
    report(glob, complaints.glob(glob.text, mistake));
  }
  if (!isValid) return null;
  if (globs.length === 0) report(written, complaints.emptyScope());
  else if (globs.every(({ text }) => isExclusion(text))) report(written, complaints.onlyExclusions());
  else return compileScope(globs.map((glob) => glob.text));
  return null;
}

/** `in_files` on each pattern stands for a scope where all of them name the same files. */
function scopeOfPatterns(rule: YamlNode, report: Report): YamlNode | null {
  const perPattern = patternsOf(rule).map((pattern) => fieldOf(pattern, 'in_files'));
  const first = perPattern.find((scope) => scope !== null) ?? null;
  const spellings = new Set(
    perPattern.map(
      (scope) =>
        scope &&
        globsOf(scope)
          .map((glob) => glob.text)
          .join('\n'),
    ),
  );
  if (first && spellings.size > 1) report(first, complaints.mixedScopes());
  return first;
}

function globsOf(scope: YamlNode): readonly YamlScalar[] {
  if (scope.kind === 'list') return scope.items.flatMap((item) => globsOf(item));
  return scope.kind === 'scalar' ? [scope] : [];
}

/** Every pattern of a rule, wherever dialects put them, with what kind of check it makes. */
function patternsOf(rule: YamlNode): readonly YamlNode[] {
  return [...patternsNamed(rule, 'forbidden_patterns'), ...patternsNamed(rule, 'required_patterns')];
}

export function patternsNamed(rule: YamlNode, key: 'forbidden_patterns' | 'required_patterns'): readonly YamlNode[] {
  return [fieldOf(rule, 'behavior'), fieldOf(rule, 'behavior_spec'), rule].flatMap((holder) => {
    const list = fieldOf(holder, key);
    return list?.kind === 'list' ? list.items : [];
  });
}

/** The nearest of the values a pattern, its `behavior` and its rule give a word. */
export function nearestText(pattern: YamlNode | null, rule: YamlNode, key: string): string | null {
  return textOf(pattern, key) ?? textOf(fieldOf(rule, 'behavior', 'behavior_spec'), key) ?? textOf(rule, key);
}
