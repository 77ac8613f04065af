import type { Problem } from '../model/problem.js';
import { listNames } from './list-names.js';

/** One problem for all the files a rule was not tried on, instead of one for each. */
export function tellGivenUp(problems: readonly Problem[]): readonly Problem[] {
  const groups = new Map<string, Problem[]>();
  const others: Problem[] = [];
  for (const problem of problems) {
    if (problem.code === 'check/given-up')
      groups.set(problem.message, [...(groups.get(problem.message) ?? []), problem]);
    else others.push(problem);
  }
  return [...others, ...[...groups.values()].map(together)];
}

function together(alike: readonly Problem[]): Problem {
  const [first, ...more] = alike as readonly [Problem, ...Problem[]];
  if (more.length === 0) return first;
  const files = alike.map(({ file }) => file ?? '').sort();
  return {
    ...first,
    file: null,
    message: `${first.message} ${files.length} files were not judged by it: ${listNames(files)}`,
  };
}
