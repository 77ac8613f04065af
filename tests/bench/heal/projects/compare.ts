import { parseSyntax } from '../../../../src/syntax/parse-syntax.js';
import type { Health } from './project-health.js';
import type { Sources } from './sources.js';

/** What a change of sources did to a project. */
export function compare(before: Sources, after: Sources, baseline: Health, health: Health) {
  const changed = [...after].filter(([file, text]) => before.get(file) !== text);
  const errors = (file: string, text: string): number => parseSyntax(file, text)?.errors.length ?? 0;
  return {
    sourceFiles: before.size,
    newParseErrors: changed
      .filter(([file, text]) => errors(file, text) > errors(file, before.get(file) ?? ''))
      .map(([file]) => file),
    newTypeErrors: newOnes(baseline.typeErrors, health.typeErrors),
    brokenTests: [...baseline.passed].filter((name) => !health.passed.has(name)),
    tests: { passedBefore: baseline.passed.size, failedBefore: baseline.failed.size },
    linesTouched: changed.reduce((sum, [file, text]) => sum + touchedLines(before.get(file) ?? '', text), 0),
    filesTouched: changed.length,
  };
}

function newOnes(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = [...before];
  return after.filter((each) => {
    const at = left.indexOf(each);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}

/** Lines that are not in the other text, as a multiset: moved lines do not count. */
function touchedLines(before: string, after: string): number {
  return newOnes(before.split('\n'), after.split('\n')).length || newOnes(after.split('\n'), before.split('\n')).length;
}
