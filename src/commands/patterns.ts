import { Command } from 'commander';
import type { FixPattern } from '../model/fix-pattern.js';
import { plural } from '../model/plural.js';
import { sanitize } from '../model/sanitize.js';
import { OUTDATED_STANDING } from '../pattern-store/is-outdated-lift.js';
import { outcomeText } from '../pattern-store/outcome-text.js';
import { type PatternStats, patternStats } from '../pattern-store/pattern-stats.js';
import { printHundredths, standing } from '../pattern-store/standing.js';
import { tierText } from '../pattern-store/tier-text.js';
import { lineWidth } from '../platform/terminal.js';
import { type Field, fieldsText } from '../reporters/fields-text.js';
import { paletteOf } from '../reporters/palette.js';
import { tableText } from '../reporters/table-text.js';
import { idsOption, parseCount, type ShapeChoice, shapeOption } from './options.js';
import { acceptById, rejectById, setRetired } from './patterns/decide-review.js';
import { isOutdatedHere } from './patterns/is-outdated-here.js';
import { type Moment, onShelf, openShelf, type PatternShelf, patternOf } from './patterns/pattern-shelf.js';
import { type DiffOptions, patternsDiff } from './patterns/patterns-diff.js';
import type { LearnOptions } from './patterns/patterns-learn.js';
import { patternsMerge } from './patterns/patterns-merge.js';
import { patternsExport, patternsImport } from './patterns/patterns-share.js';
import { patternsStats } from './patterns/patterns-stats.js';
import { reviewPatterns } from './patterns/review-patterns.js';
import type { Session } from './session.js';

export function patternsCommand(session: Session): Command {
  const command = new Command('patterns').description('Show fix patterns and their evidence, and decide about them.');
  command
    .command('list')
    .description('list the fix patterns of the store')
    .action(() => list(session));
  command
    .command('show <id>')
    .description('show one fix pattern')
    .action((id: string) => show(id, session));
  command
    .command('review')
    .description('go through the gold fixes that wait for a person')
    .addOption(shapeOption())
    .action(({ format }: ShapeChoice) => reviewPatterns(format === 'json', session));
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
  command
    .command('import <file>')
    .description('take over patterns: of an export, of another store, or of the older format')
    .action((file: string) => patternsImport(file, session));
  command
    .command('export [ids...]')
    .description('print patterns with their evidence, for import elsewhere')
    .action((ids: readonly string[]) => patternsExport(ids, session));
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
  return command;
}

/** It parses a whole history: loaded when it is asked for. */
async function learn(options: LearnOptions, session: Session): Promise<void> {
  const { patternsLearn } = await import('./patterns/patterns-learn.js');
  await patternsLearn(options, session);
}

function decide(session: Session, decision: (shelf: PatternShelf, moment: Moment) => string): void {
  session.terminal.out(`${sanitize(onShelf(session, decision))}\n`);
  session.conclude(0);
}

const HEADING = ['PATTERN', 'RULE', 'TIER', 'NOW', 'RECORD', 'BOUND', 'LAST USED'];

function list(session: Session): void {
  const { terminal, clock } = session;
  const { store, reviews, config } = openShelf(session);
  const rows = store.patterns.map((pattern) => {
    const now = standing(pattern, clock.today(), config.healLoop.minConfidence);
    const tier = tierText(pattern, now);
    const record = `${pattern.successCount}/${pattern.successCount + pattern.failureCount}`;
    const used = pattern.lastUsed ?? 'never';
    return [pattern.id, pattern.ruleId, tier, printHundredths(now.hundredths), record, now.wilson.toFixed(2), used];
  });
  const palette = paletteOf(terminal.color);
  if (rows.length === 0) terminal.out('The store holds no fix pattern.\n');
  else terminal.out(tableText(HEADING, rows, palette, lineWidth(terminal)));
  if (reviews.length > 0) terminal.out(`\nWaiting for review: ${reviews.length}. See specflow patterns review\n`);
  session.conclude(0);
}

async function show(id: string, session: Session): Promise<void> {
  const { terminal, clock } = session;
  const shelf = openShelf(session);
  const pattern = patternOf(shelf, id);
  const now = standing(pattern, clock.today(), shelf.config.healLoop.minConfidence);
  const isOutdated = await isOutdatedHere(shelf, pattern);
  const fields: readonly Field[] = [
    { name: 'id', value: pattern.id },
    { name: 'rule', value: pattern.ruleId },
    { name: 'description', value: pattern.description },
    { name: 'match', value: pattern.match, isCode: true },
    { name: 'replacement', value: outcomeText(pattern), isCode: true },
    {
      name: 'confidence',
      value: `${printHundredths(now.hundredths)} today, ${printHundredths(pattern.hundredths)} at last use`,
    },
    { name: 'tier', value: tierText(pattern, now) },
    { name: 'standing', value: isOutdated ? OUTDATED_STANDING : now.why },
    { name: 'record', value: recordText(pattern, now.wilson) },
    { name: 'last used', value: pattern.lastUsed ?? 'never' },
    { name: 'created', value: pattern.created },
    { name: 'provenance', value: `${pattern.provenance}${pattern.accepted ? ', accepted by a person' : ''}` },
    { name: 'evidence', value: evidenceText(patternStats(pattern, shelf.lines, clock.today())) },
  ];
  terminal.out(fieldsText(fields, lineWidth(terminal)));
  session.conclude(0);
}

function recordText({ successCount, failureCount }: FixPattern, wilson: number): string {
  return `${successCount} held, ${failureCount} failed; at least ${wilson.toFixed(2)} of its fixes hold (95% bound)`;
}

function evidenceText({ lines, fixes, files, refusals, agrees }: PatternStats): string {
  if (lines === 0) return 'none yet: the figures are those of the store';
  const refused = refusals.map(({ by, count }) => `${by} ${count === 1 ? 'once' : `${count} times`}`).join(', ');
  const sum = agrees !== false ? 'adds up to these figures' : 'adds up to other figures: they were edited';
  return `${plural(lines, 'line')} of ${plural(fixes, 'fix', 'fixes')} over ${plural(files, 'file')}, ${sum}${refused === '' ? '' : `; refused by ${refused}`}`;
}
