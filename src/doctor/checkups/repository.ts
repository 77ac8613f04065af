import { plural } from '../../model/plural.js';
import { gitAbsence } from '../../platform/git/git-absence.js';
import { answersOf, type Checkup, ok } from '../checkup.js';

export const repository: Checkup = {
  name: 'git',
  look({ root, git, gitProblem }) {
    if (gitProblem !== null) return answersOf([gitProblem]);
    if (git !== null) return ok(`a repository, ${plural(git.listFiles().paths.length, 'file')} listed`);
    const why = gitAbsence(root);
    const without = '--staged, --since, --dirty and hooks need it, and what .gitignore names is judged without it.';
    return [
      {
        state: 'warn',
        message: why === null ? 'This is in no git repository.' : `There is a .git, but ${why}.`,
        remedy: `${why === null ? 'Run git init' : 'See what "git status" says here'}: ${without}`,
      },
    ];
  },
};
