import { type UsageError, usageError } from '../../model/problem.js';
import { gitAbsence } from '../../platform/git/git-absence.js';

/** What to say where there is no git for what needs it. @param what such as `--staged` */
export function needsGit(root: string, what: string, help: string): UsageError {
  const why = gitAbsence(root);
  return why === null
    ? usageError('git/none', `${what} needs a git repository, and ${root} is in none.`, help)
    : usageError(
        'git/unusable',
        `${what} needs git, and ${why}.`,
        'See what "git status" says here, and put that right.',
      );
}
