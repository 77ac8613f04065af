import { Command, Option } from 'commander';
import { addFinding } from './findings/findings-add.js';
import { type DecideOptions, decideFinding } from './findings/findings-decide.js';
import { type PromoteOptions, promoteFinding } from './findings/findings-promote.js';
import { type ListOptions, listFindings, showFinding } from './findings/findings-show.js';
import { syncFindings } from './findings/findings-sync.js';
import { parseCount, type ShapeChoice, shapeOption } from './options/options.js';
import { say } from './output/say.js';
import type { Session } from './workspace/session.js';

const STATUSES = ['open', 'accepted', 'dismissed', 'deferred', 'promoted', 'all'] as const;

export function findingsCommand(session: Session): Command {
  const command = new Command('findings').description('Show what an owner has to decide, and decide it.');
  command
    .command('list')
    .description('list the findings that are open, or deferred until now')
    .addOption(new Option('--status <status>', 'which ones').choices(STATUSES))
    .addOption(shapeOption())
    .action((options: ListOptions) => listFindings(options, session));
  command
    .command('show <id>')
    .description('show one finding; the first characters of its id will do')
    .addOption(shapeOption())
    .action((id: string, { format }: ShapeChoice) => showFinding(id, format === 'json', session));
  command
    .command('sync')
    .description('write down what a check finds now, and take away open findings that are no longer so')
    .action(() => syncFindings(session));
  command
    .command('add <message>')
    .description('write down what you saw')
    .option('--rule <id>', 'the rule it is about')
    .option('--file <path>', 'the file it is about')
    .option('--line <n>', 'the line in it, whose text is kept as evidence', parseCount)
    .option('--help-text <text>', 'what could be done')
    .action((message: string, options) => addFinding(message, options, session));
  command
    .command('decide <id>')
    .description('accept, dismiss or defer a finding')
    .addOption(new Option('--accept', 'it is right, and somebody sees to it').conflicts(['dismiss', 'defer', 'reopen']))
    .addOption(new Option('--dismiss', 'never raise it again; needs --reason').conflicts(['defer', 'reopen']))
    .addOption(new Option('--defer <day>', 'do not raise it before that day, such as 2027-01-31').conflicts('reopen'))
    .option('--reopen', 'take a decision back')
    .option('--reason <text>', 'why')
    .action((id: string, options: DecideOptions) => {
      say(`${decideFinding(id, options, session)}\n`, session.terminal);
      session.conclude(0);
    });
  command
    .command('promote <id>')
    .description('make it a rule of a contract; comments stay, the version is raised')
    .requiredOption('--contract <id>', 'the contract: its id or its file')
    .requiredOption('--rule <id>', 'the id of the new rule')
    .requiredOption('--pattern <regex>', 'what the rule forbids, as in a contract; it must match the evidence')
    .option('--title <text>', 'what is wrong, one sentence; the message of the finding when left out')
    .option('--message <text>', 'what a violation is told; the title when left out')
    .option('--scope <glob...>', 'which files; all of the kind of its file when left out')
    .option('--soft', 'a warning, not an error')
    .option('-n, --dry-run', 'say what would become of the contract, and write nothing')
    .action((id: string, options: PromoteOptions) => promoteFinding(id, options, session));
  return command;
}
