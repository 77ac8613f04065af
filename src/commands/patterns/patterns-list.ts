import type { FixPattern } from '../../model/fix-pattern.js';
import { printHundredths, standing } from '../../pattern-store/trust/standing.js';
import { tierText } from '../../pattern-store/trust/tier-text.js';
import { lineWidth } from '../../platform/terminal.js';
import { printJson } from '../../reporters/print-json.js';
import { paletteOf } from '../../reporters/text/palette.js';
import { tableText } from '../../reporters/text/table-text.js';
import { say } from '../output/say.js';
import type { Session } from '../workspace/session.js';
import { patternJson, patternSource } from './pattern-json.js';
import { openShelf } from './pattern-shelf.js';

const HEADING = ['PATTERN', 'RULE', 'TIER', 'NOW', 'RECORD', 'BOUND', 'LAST USED'];

export function patternsList(asJson: boolean, session: Session): void {
  const { terminal, clock } = session;
  const { store, reviews, config } = openShelf(session);
  session.conclude(0);
  if (asJson) {
    const listed = (pattern: FixPattern): object => ({
      ...patternJson(pattern, clock.today(), config.healLoop.minConfidence),
      ...patternSource(pattern),
    });
    terminal.out(printJson({ schemaVersion: 1, waiting: reviews.length, patterns: store.patterns.map(listed) }));
    return;
  }
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
  if (reviews.length > 0) say(`\nWaiting for review: ${reviews.length}. See specflow patterns review\n`, terminal);
}
