import { plural } from '../../model/plural.js';
import { answersOf, type Checkup, ok } from '../checkup.js';

export const repository: Checkup = {
  name: 'git',
  look({ git, gitProblem }) {
    if (gitProblem !== null) return answersOf([gitProblem]);
    if (git !== null) return ok(`a repository, ${plural(git.listFiles().paths.length, 'file')} listed`);
    return [
      {
        state: 'warn',
        message: 'This is no git repository, or git is not installed.',
        remedy:
          'Run git init: --staged, --since, --dirty and hooks need it, and what .gitignore names is judged without it.',
      },
    ];
  },
};
