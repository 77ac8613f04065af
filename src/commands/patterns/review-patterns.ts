import { join } from 'node:path';
import { loadContracts } from '../../contract/load-contracts.js';
import { exitCodeOf } from '../../model/exit-code.js';
import { sanitize } from '../../model/sanitize.js';
import type { Review } from '../../pattern-store/reviews/review-queue.js';
import { readSource } from '../../platform/files/read-source.js';
import { replaceFile } from '../../platform/files/write-file.js';
import { whyNotWritten } from '../../platform/files/write-result.js';
import { lineWidth } from '../../platform/terminal.js';
import { printJson } from '../../reporters/print-json.js';
import { paletteOf } from '../../reporters/text/palette.js';
import { reportProblem } from '../output/report-problem.js';
import { say } from '../output/say.js';
import type { Session } from '../workspace/session.js';
import { acceptById, rejectById } from './decide-review.js';
import { onShelf, openShelf } from './pattern-shelf.js';
import { reviewText } from './review-text.js';

/** The queue of gold fixes: as JSON, as a list, or, where a person is there to answer, one after the other. */
export async function reviewPatterns(asJson: boolean, session: Session): Promise<void> {
  const { terminal, clock } = session;
  const { root, config, reviews } = openShelf(session);
  if (asJson || reviews.length === 0) {
    session.conclude(0);
    return terminal.out(asJson ? printJson({ schemaVersion: 1, reviews }) : 'No fix waits for review.\n');
  }
  const { contracts, problems } = loadContracts(root, config.contracts);
  for (const problem of problems) reportProblem(problem, session);
  session.conclude(exitCodeOf(problems, false));
  const rules = contracts.flatMap((contract) => contract.rules);
  const by = { today: clock.today(), minConfidence: config.healLoop.minConfidence };
  const palette = paletteOf(terminal.color);
  for (const [index, review] of reviews.entries()) {
    // What was decided a moment ago, here or elsewhere, is part of the record this one is decided by.
    const { reviews: waiting, store, lines } = openShelf(session);
    if (!waiting.some(({ id }) => id === review.id)) continue;
    const pattern = store.patterns.find(({ id }) => id === review.patternId);
    const rule = rules.find(({ id }) => id === review.ruleId);
    terminal.out(reviewText({ review, rule, pattern, lines, ...by }, palette, lineWidth(terminal)));
    const answer = await session.ask(`${index + 1} of ${reviews.length}: [a]ccept, [r]eject, [e]dit, [s]kip, [q]uit? `);
    if (answer === null) continue;
    if (/^q/i.test(answer.trim())) break;
    const said = await carryOut(review, answer.trim().toLowerCase(), session);
    say(`${sanitize(said)}\n\n`, terminal);
  }
  if (!terminal.isTTY) terminal.out('Decide with: specflow patterns accept <id>, specflow patterns reject <id>\n');
}

/** The person mends it their own way: the file gets their text, and the pattern's fix counts as a failure. */
async function editInstead(review: Review, session: Session): Promise<string> {
  const { root, config } = openShelf(session);
  const now = readSource(join(root, review.file), config.maxFileBytes);
  if (now.kind !== 'text') return `${review.file} cannot be read any more`;
  // An editor is not started by whoever only answers a letter.
  const { editText } = await import('../../platform/processes/edit-text.js');
  const edited = editText(review.file, now.text, session.env);
  if (edited.kind === 'failed') return `the editor ${edited.reason}; nothing was recorded`;
  if (edited.text === now.text) return 'nothing was changed; skipped';
  const written = replaceFile(root, review.file, now.text, now.bom, edited.text);
  if (written.kind !== 'written') return `${review.file} was not written: ${whyNotWritten(written)}`;
  return onShelf(session, (shelf, moment) => rejectById(shelf, review.id, true, moment));
}

async function carryOut(review: Review, answer: string, session: Session): Promise<string> {
  if (answer.startsWith('e')) return editInstead(review, session);
  if (answer.startsWith('a')) return onShelf(session, (shelf, moment) => acceptById(shelf, review.id, moment));
  if (answer.startsWith('r')) return onShelf(session, (shelf, moment) => rejectById(shelf, review.id, false, moment));
  return 'skipped';
}
