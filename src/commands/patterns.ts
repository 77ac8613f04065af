import { Command } from 'commander';
import { sanitize } from '../model/sanitize.js';
import { idsOption, parseCount, type ShapeChoice, shapeOption } from './options/options.js';
import { say } from './output/say.js';
import { acceptById, rejectById, setRetired } from './patterns/decide-review.js';
import { type Moment, onShelf, type PatternShelf } from './patterns/pattern-shelf.js';
import { type DiffOptions, patternsDiff } from './patterns/patterns-diff.js';
import type { LearnOptions } from './patterns/patterns-learn.js';
import { patternsList } from './patterns/patterns-list.js';
import { patternsMerge } from './patterns/patterns-merge.js';
import { patternsExport, patternsImport } from './patterns/patterns-share.js';
import { patternsShow } from './patterns/patterns-show.js';
import { patternsStats } from './patterns/patterns-stats.js';
import { reviewPatterns } from './patterns/review-patterns.js';
import type { Session } from './workspace/session.js';

export function patternsCommand(session: Session): Command {
  const command = new Command('patterns').description('Show fix patterns and their evidence, and decide about them.');
  addLooks(command, session);
  addDecisions(command, session);
  addSharing(command, session);
  addHistory(command, session);
  return command;
}

function addLooks(command: Command, session: Session): void {
  command
    .command('list')
    .description('list the fix patterns of the store')
    .addOption(shapeOption())
    .action(({ format }: ShapeChoice) => patternsList(format === 'json', session));
  command
    .command('show <id>')
    .description('show one fix pattern')
    .addOption(shapeOption())
    .action((id: string, { format }: ShapeChoice) => patternsShow(id, format === 'json', session));
  command
    .command('review')
    .description('go through the gold fixes that wait for a person')
    .addOption(shapeOption())
    .action(({ format }: ShapeChoice) => reviewPatterns(format === 'json', session));
}

function addDecisions(command: Command, session: Session): void {
  command
    .command('accept <id>')
    .description('accept a queued fix, or vouch for a pattern')
    .action((id: string) => decide(session, (shelf, moment) => acceptById(shelf, id, moment)));
  command
    .command('reject <id>')
    .description('take a queued fix out of its file again, and count it against its pattern')
    .option('--keep-file', 'leave the file as it is')
    .action((id: string, options: { readonly keepFile?: true }) =>
      decide(session, (shelf, moment) => rejectById(shelf, id, options.keepFile === true, moment)),
    );
  command
    .command('retire <id>')
    .description('never propose a pattern again')
    .action((id: string) => decide(session, (shelf, moment) => setRetired(shelf, id, 'retired', moment)));
  command
    .command('restore <id>')
    .description('propose a retired pattern again')
    .action((id: string) => decide(session, (shelf, moment) => setRetired(shelf, id, 'restored', moment)));
}

function addSharing(command: Command, session: Session): void {
  command
    .command('import <file>')
    .description('take over patterns: of an export, of another store, or of the older format')
    .action((file: string) => patternsImport(file, session));
  command
    .command('export [ids...]')
    .description('print patterns with their evidence, for import elsewhere')
    .action((ids: readonly string[]) => patternsExport(ids, session));
}

/** What is asked of the evidence and of the history of git. */
function addHistory(command: Command, session: Session): void {
  command
    .command('stats')
    .description('show tiers, trends and records, and whether they are what the evidence adds up to')
    .addOption(shapeOption())
    .action(({ format }: ShapeChoice) => patternsStats(format === 'json', session));
  command
    .command('diff <ref>')
    .description('show what changed since a commit in what may be applied, and why')
    .addOption(shapeOption())
    .option('--fail-on-more', 'exit 1 where a pattern may do more than before')
    .action((ref: string, options: DiffOptions) => patternsDiff(ref, options, session));
  command
    .command('learn')
    .description("propose patterns from people's own fixes in the history of git")
    .option('--since <ref>', 'only from commits that are not in the history of this one')
    .addOption(idsOption('-r, --rule <id>', 'only about this rule; may be repeated'))
    .option('--min-examples <n>', 'how many fixes a pattern must come from', parseCount, 2)
    .option('--add', 'take the proposals into the store: suggested, until you accept them')
    .addOption(shapeOption())
    .action((options: LearnOptions) => learn(options, session));
  command
    .command('merge <base> <ours> <theirs>')
    .description('merge two versions of a file of the store or of a finding, as a merge driver of git')
    .action((...files: readonly string[]) => {
      const [base = '', ours = '', theirs = ''] = files;
      patternsMerge([base, ours, theirs], session);
    });
}

/** It parses a whole history: loaded when it is asked for. */
async function learn(options: LearnOptions, session: Session): Promise<void> {
  const { patternsLearn } = await import('./patterns/patterns-learn.js');
  await patternsLearn(options, session);
}

function decide(session: Session, decision: (shelf: PatternShelf, moment: Moment) => string): void {
  say(`${sanitize(onShelf(session, decision))}\n`, session.terminal);
  session.conclude(0);
}
