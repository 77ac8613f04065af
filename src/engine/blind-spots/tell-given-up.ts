import { groupBy } from '../../model/group-by.js';
import type { Problem } from '../../model/problem.js';
import { listNames } from '../list-names.js';

/** One problem for all the files a rule was not tried on, instead of one for each. */
export function tellGivenUp(problems: readonly Problem[]): readonly Problem[] {
  const isGivenUp = ({ code }: Problem): boolean => code === 'check/given-up';
  const groups = groupBy(problems.filter(isGivenUp), ({ message }) => message);
  return [...problems.filter((problem) => !isGivenUp(problem)), ...[...groups.values()].map(together)];
}

function together(alike: readonly Problem[]): Problem {
  const [first, ...more] = alike as readonly [Problem, ...Problem[]];
  if (more.length === 0) return first;
  const files = alike.map(({ file }) => file ?? '').sort();
  return {
    ...first,
    file: null,
    message: `${first.message} ${files.length} files were not judged by it: ${listNames(files)}`,
    files,
  };
}
