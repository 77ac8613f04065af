import { basename, resolve } from 'node:path';
import { Command } from 'commander';
import type { FixPattern } from '../model/fix-pattern.js';
import { usageError } from '../model/problem.js';
import { sanitize } from '../model/sanitize.js';
import { retirePattern } from '../pattern-store/decide-pattern.js';
import { importUpstream } from '../pattern-store/import-upstream.js';
import { printHundredths, standing } from '../pattern-store/standing.js';
import { readText } from '../platform/read-text.js';
import { findingsText } from '../reporters/findings-text.js';
import { paletteOf } from '../reporters/palette.js';
import { plural } from '../reporters/plural.js';
import { tableText } from '../reporters/table-text.js';
import { acceptById, rejectById } from './decide-review.js';
import { openShelf, type PatternShelf, patternOf, replacing, saveShelf } from './pattern-shelf.js';
import { reportProblem } from './report-problem.js';
import { reviewPatterns } from './review-patterns.js';
import type { Session } from './session.js';

const MAX_IMPORT_BYTES = 16 * 1024 * 1024;

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
    .option('--json', 'print the queue as JSON')
    .action((options: { readonly json?: true }) => reviewPatterns(options.json === true, session));
  command
    .command('accept <id>')
    .description('accept a queued fix, or vouch for a pattern')
    .action((id: string) => decide(session, (shelf) => acceptById(shelf, id)));
  command
    .command('reject <id>')
    .description('take a queued fix out of its file again, and count it against its pattern')
    .option('--keep-file', 'leave the file as it is')
    .action((id: string, options: { readonly keepFile?: true }) =>
      decide(session, (shelf) => rejectById(shelf, id, options.keepFile === true, session.clock.today())),
    );
  command
    .command('retire <id>')
    .description('never propose a pattern again')
    .action((id: string) => decide(session, (shelf) => retire(shelf, id)));
  command
    .command('import <file>')
    .description('take over the patterns of a store in the older format')
    .action((file: string) => importFile(file, session));
  return command;
}

function decide(session: Session, decision: (shelf: PatternShelf) => string): void {
  session.terminal.out(`${sanitize(decision(openShelf(session)))}\n`);
  session.conclude(0);
}

function retire(shelf: PatternShelf, id: string): string {
  saveShelf(shelf, { patterns: replacing(shelf, retirePattern(patternOf(shelf, id))) });
  return `retired ${id}`;
}

function list(session: Session): void {
  const { terminal, clock } = session;
  const { store, reviews, config } = openShelf(session);
  const rows = store.patterns.map((pattern) => {
    const now = standing(pattern, clock.today(), config.healLoop.minConfidence);
    const tier = pattern.retired ? 'retired' : now.tier;
    const record = `${pattern.successCount}/${pattern.successCount + pattern.failureCount}`;
    const used = pattern.lastUsed ?? 'never';
    return [pattern.id, pattern.ruleId, tier, printHundredths(now.hundredths), record, now.wilson.toFixed(2), used];
  });
  const palette = paletteOf(terminal.color);
  if (rows.length === 0) terminal.out('The store holds no fix pattern.\n');
  else terminal.out(tableText(['PATTERN', 'RULE', 'TIER', 'NOW', 'RECORD', 'BOUND', 'LAST USED'], rows, palette));
  if (reviews.length > 0) terminal.out(`\nWaiting for review: ${reviews.length}. See specflow patterns review\n`);
  session.conclude(0);
}

function show(id: string, session: Session): void {
  const { terminal, clock } = session;
  const shelf = openShelf(session);
  const pattern = patternOf(shelf, id);
  const now = standing(pattern, clock.today(), shelf.config.healLoop.minConfidence);
  const fields: readonly (readonly [string, string])[] = [
    ['id', pattern.id],
    ['rule', pattern.ruleId],
    ['description', pattern.description],
    ['match', pattern.match],
    ['replacement', pattern.replacementTemplate],
    ['confidence', `${printHundredths(now.hundredths)} today, ${printHundredths(pattern.hundredths)} at last use`],
    ['standing', now.why],
    ['record', recordText(pattern, now.wilson)],
    ['last used', pattern.lastUsed ?? 'never'],
    ['created', pattern.created],
    ['provenance', `${pattern.provenance}${pattern.accepted ? ', accepted by a person' : ''}`],
  ];
  terminal.out(fields.map(([name, value]) => `${name.padEnd(12)} ${sanitize(value)}\n`).join(''));
  session.conclude(0);
}

function recordText({ successCount, failureCount }: FixPattern, wilson: number): string {
  return `${successCount} held, ${failureCount} failed; at least ${wilson.toFixed(2)} of its fixes hold (95% bound)`;
}

function importFile(file: string, session: Session): void {
  const { terminal } = session;
  const shelf = openShelf(session);
  const read = readText(resolve(session.cwd, file), MAX_IMPORT_BYTES);
  if (read.kind !== 'text') throw usageError('usage/import', `${file} cannot be read: ${read.detail}.`);
  const { patterns, problems, findings } = importUpstream(basename(file), read.text);
  for (const problem of problems) reportProblem(problem, session);
  const known = new Set(shelf.store.patterns.map(({ id }) => id));
  const added = patterns.filter(({ id }) => !known.has(id));
  const isBroken = problems.some(({ severity }) => severity === 'invalid');
  if (!isBroken && added.length > 0) saveShelf(shelf, { patterns: [...shelf.store.patterns, ...added] });
  const kept = patterns.length - added.length;
  terminal.out(findingsText(findings, paletteOf(terminal.color), terminal.columns));
  terminal.out(
    isBroken
      ? 'Nothing was imported.\n'
      : `Imported ${plural(added.length, 'pattern')}${kept > 0 ? `; ${kept} were there already and stay as they are` : ''}.\n`,
  );
  session.conclude(isBroken ? 2 : 0);
}
