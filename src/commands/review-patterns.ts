import { sanitize } from '../model/sanitize.js';
import type { Review } from '../pattern-store/review-queue.js';
import { diffText } from '../reporters/diff-text.js';
import { paletteOf } from '../reporters/palette.js';
import { printJson } from '../reporters/print-json.js';
import { acceptById, rejectById } from './decide-review.js';
import { onShelf, openShelf } from './pattern-shelf.js';
import type { Session } from './session.js';

/** The queue of gold fixes: as JSON, as a list, or, where a person is there to answer, one after the other. */
export async function reviewPatterns(asJson: boolean, session: Session): Promise<void> {
  const { terminal } = session;
  const { reviews } = openShelf(session);
  session.conclude(0);
  if (asJson) return terminal.out(printJson({ schemaVersion: 1, reviews }));
  if (reviews.length === 0) return terminal.out('No fix waits for review.\n');
  for (const [index, review] of reviews.entries()) {
    terminal.out(reviewText(review, terminal.color));
    const answer = await session.ask(`${index + 1} of ${reviews.length}: [a]ccept, [r]eject, [s]kip, [q]uit? `);
    if (answer === null) continue;
    if (/^q/i.test(answer.trim())) break;
    const said = carryOut(review, answer.trim().toLowerCase(), session);
    terminal.out(`${sanitize(said)}\n\n`);
  }
  if (!terminal.isTTY) terminal.out('Decide with: specflow patterns accept <id>, specflow patterns reject <id>\n');
}

function reviewText({ id, patternId, ruleId, file, line, applied, diff }: Review, color: boolean): string {
  const palette = paletteOf(color);
  const head = `${palette.bold(sanitize(id))}  ${palette.cyan(sanitize(ruleId))}  ${sanitize(file)}:${line}`;
  return `${head}\n${sanitize(patternId)}, applied ${sanitize(applied)}\n${diffText(diff, palette)}\n`;
}

function carryOut(review: Review, answer: string, session: Session): string {
  if (answer.startsWith('a')) return onShelf(session, (shelf, moment) => acceptById(shelf, review.id, moment));
  if (answer.startsWith('r')) return onShelf(session, (shelf, moment) => rejectById(shelf, review.id, false, moment));
  return 'skipped';
}
