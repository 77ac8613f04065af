import { Command, Option } from 'commander';
import type { CheckOptions } from './check/check-options.js';
import { CHECK_OUTPUTS } from './check/check-outputs.js';
import { runCheck } from './check/run-check.js';
import {
  formatOption,
  formatsHelp,
  idsOption,
  outputOption,
  parseShard,
  parseThreads,
  strictOption,
} from './options/options.js';
import type { Session } from './workspace/session.js';

export function checkCommand(session: Session): Command {
  return new Command('check')
    .description('Find violations of the contracts. Changes no file of yours and runs nothing.')
    .argument('[paths...]', 'files or folders to check; all in scope when left out')
    .addOption(idsOption('-r, --rule <id>', 'check only this rule; may be repeated'))
    .addOption(idsOption('-c, --contract <id>', 'check only rules of this contract; may be repeated'))
    .addOption(
      new Option(
        '--staged',
        'judge the files that are staged in git, each as a whole: the index, never the working tree',
      ).conflicts(['since', 'dirty']),
    )
    .addOption(
      new Option(
        '--since <ref>',
        'judge the files that changed since HEAD left that branch or commit, each as a whole',
      ).conflicts('dirty'),
    )
    .option('--dirty', 'judge the files that are not committed, each as a whole: staged, unstaged and new ones')
    .option('--stdin', 'judge the text on standard input as the file --stdin-filename names')
    .option('--stdin-filename <path>', 'which file the text on standard input stands for')
    .option('--shard <i/n>', 'judge the i-th of n parts; "specflow report merge" joins them', parseShard)
    .addOption(
      new Option(
        '--policy-from <ref>',
        'judge by the contracts, configuration, baseline and decisions of that branch or commit, and name what is weaker now',
      ).conflicts('shard'),
    )
    .addOption(strictOption())
    .option('--findings', 'fail too where a decision about a finding is overdue')
    .addOption(formatOption(CHECK_OUTPUTS, session))
    .addOption(outputOption(CHECK_OUTPUTS, session.cwd))
    .option('-q, --quiet', 'print one line a violation; where there is none, at most what was not looked at')
    .addOption(
      new Option('-w, --watch', 'check again whenever a file changes, until Ctrl-C (exit code 130)').conflicts([
        'staged',
        'since',
        'dirty',
        'stdin',
        'shard',
        'policyFrom',
      ]),
    )
    .option('--no-cache', 'look at every file again, and keep nothing for the next run')
    .option(
      '--threads <n>',
      'how many threads go over the files, 0 to 16 (default: two for very many files, else one)',
      parseThreads,
    )
    .option('--stats', 'print counts and time on stderr')
    .addHelpText('after', formatsHelp(CHECK_OUTPUTS))
    .action((paths: readonly string[], options: CheckOptions) => runCheck(paths, options, CHECK_OUTPUTS, session));
}
